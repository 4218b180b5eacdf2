import { agendaLines } from '../../domain/agenda/agendaLines'
import { londonMoment } from '../../domain/calendar/london'
import { day, event, facts, obligationsOf, problemsOf, summary } from './facts'
import { closed, reopened } from './rules/grounds'

const received = (on: string) => event('referral-received', on, { source: '2A' })
const decided = (on: string, outcome: 'accepted' | 'no-action' = 'accepted') =>
  event('referral-decided', on, { outcome })
const problems = (given: ReturnType<typeof facts>) => problemsOf(given).map(({ problem }) => problem)
const named = (given: ReturnType<typeof facts>) =>
  obligationsOf('assessment', given).map(({ trigger, end }) => `${trigger} ${end.outcome}`)

describe('a decision belongs to the latest referral open when it was recorded', () => {
  it.each([
    { between: [closed('2026-02-02')], because: 'the first was never decided and closed' },
    { between: [closed('2026-02-02'), reopened('2026-05-05')], because: 'closed, and reopened with the second' },
    { between: [closed('2026-05-05')], because: 'closed on the day the second was received' },
    { between: [event('child-left', '2026-02-02', { reason: 'moved' })], because: 'the child moved away' },
  ])('$because', ({ between }) => {
    const given = facts([received('2026-01-05'), ...between, received('2026-05-05'), decided('2026-05-05')])
    expect(named(given)).toEqual(['referral-received 2026-05-05 cancelled'])
    expect(summary('assessment', given)).toEqual(['2026-07-08 cancelled 2040-01-05'])
    expect(problems(given)).toEqual([])
  })

  it.each([
    { of: 'closed first, then received', events: [closed('2026-05-05'), received('2026-05-05')], says: [] },
    {
      of: 'received first, then closed',
      events: [received('2026-05-05'), closed('2026-05-05')],
      says: [
        'a new referral was received on the day the case closed; the closing ends the one before, and the new one stays open',
      ],
    },
  ])('on one day $of: the new one stays open', ({ events, says }) => {
    const given = facts([received('2026-01-05'), ...events])
    expect(summary('referral-decision', given).at(-1)).toBe('2026-05-06 cancelled 2040-01-05')
    expect(problems(given)).toEqual(says)
  })

  it('one that names its referral belongs to that one, whenever it was recorded', () => {
    const late = event('referral-decided', '2026-05-06', {
      outcome: 'accepted',
      referral: 'referral-received 2026-01-05',
    })
    const given = facts([received('2026-01-05'), closed('2026-02-02'), received('2026-05-05'), late])
    expect(named(given)).toEqual(['referral-received 2026-01-05 cancelled'])
  })
})

describe('a case reopened has its last referral open again', () => {
  const given = [received('2026-01-05'), decided('2026-01-05'), closed('2026-02-02')]
  it('and its assessment runs again', () => {
    expect(summary('assessment', facts(given))).toEqual(['2026-03-09 cancelled 2026-02-02'])
    const open = [...given, reopened('2026-02-16')]
    expect(summary('assessment', facts(open))).toEqual(['2026-03-09 cancelled 2040-01-05'])
    const authorised = event('assessment-authorised', '2026-03-02', {})
    expect(summary('assessment', facts([...open, authorised]))).toEqual(['2026-03-09 met 2026-03-02'])
    expect(summary('assessment', facts([...open, closed('2026-02-20')]))).toEqual(['2026-03-09 cancelled 2026-02-20'])
    expect(summary('assessment', facts([...given, reopened('2026-02-02')]))).toEqual([
      '2026-03-09 cancelled 2040-01-05',
    ])
  })

  it.each(['2026-02-16', '2026-02-18', '2026-02-10'])(
    'unless a new referral was received since, on %s: then that one runs',
    (on) => {
      const again = facts([...given, reopened('2026-02-16'), received(on), decided(on)])
      expect(named(again)).toEqual(['referral-received 2026-01-05 cancelled', `referral-received ${on} cancelled`])
      expect(summary('assessment', again)[0]).toBe('2026-03-09 cancelled 2026-02-02')
      expect(summary('assessment', again)[1]).toContain('2040-01-05')
      expect(problems(again)).toEqual([])
    },
  )

  it('a death is no closing that a reopening lifts', () => {
    const died = event('child-left', '2026-02-02', { reason: 'died' })
    expect(summary('assessment', facts([...given, died, reopened('2026-02-16')]))).toEqual([
      '2026-03-09 cancelled 2026-02-02',
    ])
  })

  it('while it was closed nobody was missing', () => {
    const held = event('worker-allocated', '2026-01-05', { person: 'w1' })
    const left = event('worker-ended', '2026-02-06', { person: 'w1' })
    const again = event('worker-allocated', '2026-02-16', { person: 'w1' })
    expect(summary('allocation', facts([...given, held, left, reopened('2026-02-16'), again]))).toEqual([])
  })
})

describe('assessment: not of a referral that comes with a transfer-in conference', () => {
  const notified = (on: string) => event('transfer-in-notified', on, {})
  const held = (on: string) => event('transfer-in-conference-held', on, { outcome: 'plan' })
  const referral = [received('2026-09-01'), decided('2026-09-02')]
  it.each([
    { with: [notified('2026-09-01')], because: 'notified with it' },
    { with: [notified('2026-08-28'), held('2026-09-10')], because: 'notified before, held after' },
    { with: [held('2026-09-10')], because: 'held, and nobody recorded the notice' },
  ])('none: $because', ({ with: transfer }) => {
    expect(summary('assessment', facts([...referral, ...transfer]))).toEqual([])
  })

  it.each([
    { with: [notified('2026-10-05')], because: 'a later notice leaves the assessment that runs' },
    { with: [notified('2026-10-05'), held('2026-10-20')], because: 'and so does its conference' },
    { with: [notified('2026-03-02'), held('2026-03-16')], because: 'an old transfer is another matter' },
  ])('runs: $because', ({ with: transfer }) => {
    expect(summary('assessment', facts([...referral, ...transfer]))).toEqual(['2026-11-03 cancelled 2040-01-05'])
  })
})

describe('allocation ends with the eighteenth birthday', () => {
  const child = (id: string, bornOn: string) => ({ id, bornOn: day(bornOn), expectedOn: null })
  const grown = child('c1', '2008-09-02')
  const given = [received('2026-09-01'), decided('2026-09-01')]
  it('of the last child who has nobody', () => {
    expect(summary('allocation', facts(given, { children: [grown] }))).toEqual(['2026-09-03 cancelled 2026-09-02'])
    expect(obligationsOf('allocation', facts(given, { children: [grown] }))[0]?.end).toMatchObject({ by: 'birthday' })
    expect(summary('allocation', facts(given, { children: [grown, child('c2', '2020-01-01')] }))).toEqual([
      '2026-09-03 cancelled 2038-01-01',
    ])
  })

  it('an adult needs nobody', () => {
    const left = event('worker-ended', '2026-10-01', { person: 'w1' })
    const held = event('worker-allocated', '2026-09-01', { person: 'w1' })
    expect(summary('allocation', facts([...given, held, left], { children: [grown] }))).toEqual([])
  })
})

describe('allocation is told at the end of the day', () => {
  it('nobody allocated at 17:00 of the day, and late at 17:00 of the second working day after', () => {
    const [open] = obligationsOf('allocation', facts([received('2026-09-01'), decided('2026-09-01')]))
    const lines = open === undefined ? [] : agendaLines(open, 5 * 60 + 30, londonMoment)
    expect(lines.map(({ step, moment }) => [step, moment])).toEqual([
      ['at-once', londonMoment(day('2026-09-01'), 17 * 60)],
      ['late', londonMoment(day('2026-09-03'), 17 * 60)],
    ])
  })
})
