import { always } from '../../domain/policy/policySchedule'
import { sentence } from '../../domain/timeline/sentence'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf, planOn, summary } from './facts'

const referral = (on: string, worker = true) => [
  event('referral-received', on, { source: '2A' }),
  event('referral-decided', on, { outcome: 'accepted' }),
  ...(worker ? [event('worker-allocated', on, { person: 'w1' })] : []),
]
const strategy = event('strategy-discussion', '2026-02-27', { opensSection47: true })
const closed = (on: string, children?: readonly string[]) =>
  event('case-closed', on, { reason: 'RC7' }, children === undefined ? {} : { children })
const open = (given: ReturnType<typeof facts>) =>
  timeline(given, always(englandFamilySafeguarding1), calendar)
    .obligations.filter(({ end }) => end.outcome === 'open' || (end.outcome === 'cancelled' && end.by === 'birthday'))
    .map(({ rule, subject, part }) => [rule, subject, part].filter((word) => word !== '').join(' '))
const two = { children: ['c1', 'c2'].map((id) => ({ id, bornOn: day('2020-01-01'), expectedOn: null })) }

describe('closing the case cancels everything but its follow-ups and those of its plans', () => {
  const busy = [...referral('2026-02-20'), strategy, ...planOn('2026-03-02')]
  it('every rule of the pack', () => {
    expect(open(facts([...busy, closed('2026-03-10')]))).toEqual([
      'cpp-follow-up-3m c1 plan-start',
      'closure-follow-up c1 3m',
      'cpp-follow-up-3m c1 plan-end',
      'cpp-follow-up-6m c1 plan-start',
      'closure-follow-up c1 6m',
      'cpp-follow-up-6m c1 plan-end',
      'closure-follow-up c1 12m',
    ])
  })

  it('with children it closes for those only', () => {
    const one = open(facts([...busy, closed('2026-03-10', ['c1'])], two)).filter((text) => !text.includes('follow-up'))
    expect(one).toEqual([
      'referrer-feedback c2',
      'enquiry-child-seen c2',
      'conference-decision c2',
      'assessment-child-seen c2',
      'core-group-first c2',
      'plan-gate c2',
      'visit c2',
      'baseline c2 start',
      'conference-record c2',
      'no-progress c2',
      'assessment c2',
      'review-first c2',
      'long-plan c2 15m',
      'long-plan c2 18m',
      'long-plan c2 24m',
    ])
  })

  it('also where no referral was recorded', () => {
    expect(summary('strategy-to-icpc', facts([strategy, closed('2026-03-05')]))).toEqual([
      '2026-03-20 cancelled 2026-03-05',
    ])
  })

  it('reopened, a plan that nothing ended has its review date again', () => {
    const given = [...planOn('2026-03-02'), closed('2026-04-01')]
    expect(summary('review-first', facts(given))).toEqual(['2026-06-02 cancelled 2026-04-01'])
    const reopened = [...given, event('case-reopened', '2026-04-08', {})]
    expect(summary('review-first', facts(reopened))).toEqual(['2026-06-02 cancelled 2040-01-05'])
    const closedAgain = [...reopened, event('case-closed', '2026-05-01', { reason: 'RC7' })]
    expect(summary('review-first', facts(closedAgain))).toEqual(['2026-06-02 cancelled 2026-05-01'])
  })

  it('reopened with nobody allocated, allocation runs from the reopening', () => {
    const given = [
      ...referral('2026-01-05'),
      closed('2026-02-02'),
      event('worker-ended', '2026-02-02', { person: 'w1' }),
    ]
    expect(summary('allocation', facts(given))).toEqual([])
    const reopened = event('case-reopened', '2026-03-02', {})
    expect(summary('allocation', facts([...given, reopened]))).toEqual(['2026-03-04 cancelled 2040-01-05'])
    expect(summary('allocation', facts([...given, reopened, closed('2026-03-03')]))).toEqual([
      '2026-03-04 cancelled 2026-03-03',
    ])
  })

  it('a second referral after a closing has a clock of its own', () => {
    const given = facts([...referral('2026-01-05'), closed('2026-02-02'), ...referral('2026-05-05')])
    expect(summary('assessment', given).map((text) => text.slice(0, 20))).toEqual([
      '2026-03-09 cancelled',
      '2026-07-08 cancelled',
    ])
    expect(summary('assessment', given)[1]).toContain('2040-01-05')
  })
})

describe('after a child has died nothing about that child goes out', () => {
  it('every rule of the pack, follow-ups included, and the siblings keep theirs', () => {
    const died = event('child-left', '2026-03-10', { reason: 'died' }, { children: ['c1'] })
    const given = facts([...referral('2026-02-20'), strategy, ...planOn('2026-03-02'), died], two)
    const still = open(given)
    expect(still.filter((text) => text.includes('c1'))).toEqual([])
    expect(still.filter((text) => text.includes('c2')).length).toBeGreaterThan(4)
  })
})

describe('a child who moved away and came back', () => {
  const moved = (on: string) => event('child-left', on, { reason: 'moved' })
  it('has a new enquiry that the old move does not cancel', () => {
    expect(obligationsOf('strategy-to-icpc', facts([moved('2024-01-10'), strategy]))[0]?.end).toMatchObject({
      by: 'birthday',
    })
  })

  it('has a new plan and a new referral that the second move ends', () => {
    const given = facts([moved('2024-01-10'), ...referral('2026-02-20'), ...planOn('2026-03-02'), moved('2026-04-10')])
    expect(summary('review-first', given)).toEqual(['2026-06-02 cancelled 2026-04-10'])
    expect(summary('assessment', given)).toEqual(['2026-04-28 cancelled 2026-04-10'])
  })
})

describe('strategy-to-icpc: one conference answers every enquiry that is open', () => {
  const second = event('strategy-discussion', '2026-03-05', { opensSection47: true })
  it('two discussions before one conference are both met by it', () => {
    const given = facts([strategy, second, event('icpc-held', '2026-03-18', { outcome: 'no-plan' })])
    expect(summary('strategy-to-icpc', given)).toEqual(['2026-03-20 met 2026-03-18', '2026-03-26 met 2026-03-18'])
  })

  it('an enquiry that ends by name leaves the other one open', () => {
    const ended = event('section-47-ended', '2026-03-10', { outcome: 'no-conference', enquiry: strategy.id })
    const [one, other] = summary('strategy-to-icpc', facts([strategy, second, ended]))
    expect(one).toBe('2026-03-20 met 2026-03-10')
    expect(other).toBe('2026-03-26 cancelled 2040-01-05')
  })
})

describe('visit: before birth any visit counts, after it the child has to be seen', () => {
  const given = (child: { bornOn: string | null; expectedOn: string | null }, ...more: ReturnType<typeof closed>[]) =>
    facts(
      [
        event('plan-started', '2026-03-02', { plan: 'cpp' }),
        event('visit-made', '2026-03-10', { seen: false }),
        ...more,
      ],
      {
        children: [
          {
            id: 'c1',
            bornOn: child.bornOn === null ? null : day(child.bornOn),
            expectedOn: child.expectedOn === null ? null : day(child.expectedOn),
          },
        ],
      },
    )
  it.each([
    { child: { bornOn: null, expectedOn: '2026-08-01' }, ends: 'met', because: 'expected' },
    { child: { bornOn: '2026-03-12', expectedOn: null }, ends: 'met', because: 'born after the visit' },
    {
      child: { bornOn: '2026-03-10', expectedOn: null },
      ends: 'cancelled',
      because: 'born that day, it runs to eighteen',
    },
    {
      child: { bornOn: null, expectedOn: null },
      ends: 'open',
      because: 'a date of birth nobody knows is no pregnancy',
    },
  ])('ends as $ends: $because', ({ child, ends }) => {
    expect(obligationsOf('visit', given(child))[0]?.end.outcome).toBe(ends)
  })

  it('a visit to the parents is not called seeing a child who is not born yet', () => {
    const [, next] = obligationsOf('visit', given({ bornOn: null, expectedOn: '2026-08-01' }))
    expect(next?.explanation.map(sentence)[0]).toBe('Last counted visit made on 10 March 2026')
  })

  it('a recorded birth counts where the date of birth has not arrived yet', () => {
    const born = event('child-born', '2026-03-05', {})
    const expected = { bornOn: null, expectedOn: '2026-03-20' }
    expect(obligationsOf('visit', given(expected, born))[0]?.end).toMatchObject({ by: 'birthday' })
    expect(obligationsOf('visit', given(expected))[0]?.end.outcome).toBe('met')
  })
})

describe('allocation keeps its name when a sibling is recorded later', () => {
  it('the cause recorded first names it', () => {
    const child = (id: string) => [
      event('referral-received', '2026-09-01', { source: '2A' }, { id: `received ${id}`, children: [id] }),
      event('referral-decided', '2026-09-01', { outcome: 'accepted' }, { id: `decided ${id}`, children: [id] }),
    ]
    expect(obligationsOf('allocation', facts(child('c1'), two))[0]?.trigger).toBe('decided c1')
    expect(obligationsOf('allocation', facts([...child('c1'), ...child('c2')], two))[0]?.trigger).toBe('decided c1')
  })
})
