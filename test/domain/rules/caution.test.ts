import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 as policy } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf, summary, twoChildren } from '../facts'

const given = (on: string, more = {}) => event('caution-given', on, { person: 'p1' }, more)
const ended = (on: string, caution: string, result: 'met' | 'court' = 'met') =>
  event('caution-ended', on, { caution, result })
const asked = (on: string, caution: string) => event('caution-compliance-asked', on, { caution })

describe('conditional-caution: caution given, 3 calendar months, met or taken to court', () => {
  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    { events: [given('2026-01-15')], gives: ['2026-04-15 cancelled 2040-01-05'], because: 'three months' },
    {
      events: [given('2026-11-30')],
      gives: ['2027-02-28 cancelled 2040-01-05'],
      because: 'clamped, and a Sunday stays where it falls',
    },
    {
      events: [given('2026-01-15'), ended('2026-04-15', 'caution-given 2026-01-15')],
      gives: ['2026-04-15 met 2026-04-15'],
      because: 'met on the last day',
    },
    {
      events: [given('2026-01-15'), ended('2026-04-20', 'caution-given 2026-01-15', 'court')],
      gives: ['2026-04-15 met 2026-04-20'],
      because: 'taken to court, late',
    },
    {
      events: [given('2026-01-15'), given('2026-02-16'), ended('2026-03-01', 'caution-given 2026-02-16')],
      gives: ['2026-04-15 cancelled 2040-01-05', '2026-05-16 met 2026-03-01'],
      because: 'of two cautions the one that is named',
    },
    {
      events: [given('2026-01-15'), ended('2026-03-01', 'another')],
      gives: ['2026-04-15 cancelled 2040-01-05'],
      because: 'the end of one that is not known ends none',
    },
    {
      events: [given('2026-01-15'), event('case-closed', '2026-02-01', { reason: 'RC7' })],
      gives: ['2026-04-15 cancelled 2026-02-01'],
      because: 'the case closed',
    },
    {
      events: [given('2026-01-15'), event('child-left', '2026-02-01', { reason: 'died' })],
      gives: ['2026-04-15 cancelled 2026-02-01'],
      because: 'the child died',
    },
    {
      events: [
        given('2026-01-15'),
        given('2026-01-20', { supersedes: 'caution-given 2026-01-15' }),
        ended('2026-03-01', 'caution-given 2026-01-20'),
      ],
      gives: ['2026-04-20 met 2026-03-01'],
      because: 'corrected, and ended by the name of the correction',
    },
    {
      events: [given('2026-01-15'), given('2026-01-20', { supersedes: 'caution-given 2026-01-15', void: true })],
      gives: [],
      because: 'taken back',
    },
  ])('$because', ({ events, gives }) => {
    expect(summary('conditional-caution', facts(events))).toEqual(gives)
  })

  it('asks for compliance 14 days before, unless that has been asked; reminds the officer 3 days before, and tells both on the due day', () => {
    const steps = (...events: ChronologyEvent[]) =>
      obligationsOf('conditional-caution', facts(events)).map(({ reminders }) =>
        reminders.map(({ step, on, to }) => `${step} ${on.toString()} ${to.join()}`),
      )
    expect(steps(given('2026-01-15'))).toEqual([
      ['due-14d 2026-04-01 police-officer', 'due-3d 2026-04-10 police-officer'],
    ])
    expect(steps(given('2026-01-15'), asked('2026-03-20', 'caution-given 2026-01-15'))).toEqual([
      ['due-3d 2026-04-10 police-officer'],
    ])
    expect(steps(given('2026-01-15'), asked('2026-03-20', 'another'))[0]).toHaveLength(2)
    const [one] = obligationsOf('conditional-caution', facts([given('2026-01-15')]))
    expect(one?.late).toEqual([
      { step: 'late', on: day('2026-04-15'), at: 'evening', to: ['detective-sergeant', 'team-manager'] },
    ])
    expect(one?.subject).toBe('case')
  })

  it('compliance asked of social care 14 days before: the same reminder, in whatever order a council lists them', () => {
    const rules = policy.rules.map((rule) =>
      rule.id === 'conditional-caution' ? { ...rule, reminders: [...rule.reminders].reverse() } : rule,
    )
    const found = timeline(
      facts([given('2026-01-15'), asked('2026-03-20', 'caution-given 2026-01-15')]),
      always({ ...policy, rules }),
      calendar,
    ).obligations.find(({ rule }) => rule === 'conditional-caution')
    expect(found?.reminders.map(({ step }) => step)).toEqual(['due-3d'])
  })

  it('lives while any child it is about does', () => {
    const died = event('child-left', '2026-02-01', { reason: 'died' }, { children: ['c1'] })
    expect(summary('conditional-caution', facts([given('2026-01-15'), died], twoChildren))).toEqual([
      '2026-04-15 cancelled 2040-01-05',
    ])
    const own = given('2026-01-15', { children: ['c1'] })
    expect(summary('conditional-caution', facts([own, died], twoChildren))).toEqual(['2026-04-15 cancelled 2026-02-01'])
  })
})
