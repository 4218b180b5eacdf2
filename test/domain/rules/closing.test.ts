import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { calendar, day, event, facts, obligationsOf, summary, TO_18, twoChildren } from '../facts'
import { englandFamilySafeguarding1 as pack } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { left, reopened } from './grounds'

const closed = (on: string, more = {}) => event('case-closed', on, { reason: 'RC7' }, { id: `closed ${on}`, ...more })
const received = (on: string) => event('referral-received', on, { source: '2A' })
const answer = (on: string, months: number, of = 'closed 2026-03-02', anchor: 'closure' | 'plan-end' = 'closure') =>
  event('follow-up-answered', on, { anchor, of, months })
const OPEN = [`2026-06-02 ${TO_18}`, `2026-09-02 ${TO_18}`, `2027-03-02 ${TO_18}`]
const ended = (on: string) => ['2026-06-02', '2026-09-02', '2027-03-02'].map((due) => `${due} cancelled ${on}`)

describe('closure-follow-up: case closed: 3, 6, 12 months; re-referral / repeat plan looked up, answers recorded', () => {
  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    { events: [], gives: OPEN, because: 'nothing happened since' },
    {
      events: [answer('2026-06-02', 3), answer('2026-09-09', 6)],
      gives: ['2026-06-02 met 2026-06-02', '2026-09-02 met 2026-09-09', OPEN[2]!],
      because: 'answered, in time and late',
    },
    { events: [answer('2026-06-02', 3, 'elsewhere')], gives: OPEN, because: 'the answer is about another closing' },
    {
      events: [answer('2026-06-02', 3, 'closed 2026-03-02', 'plan-end')],
      gives: OPEN,
      because: 'the answer is about a plan',
    },
    { events: [received('2026-05-01')], gives: OPEN, because: 'a re-referral is what it asks about, and ends nothing' },
    {
      events: [received('2026-05-01'), reopened('2026-05-01')],
      gives: OPEN,
      because: 'reopened with a new referral: the closing stands',
    },
    { events: [reopened('2026-03-09')], gives: ended('2026-03-09'), because: 'a reopening took the closing back' },
    { events: [left('2026-05-01', 'died')], gives: ended('2026-05-01'), because: 'the child died' },
    { events: [left('2026-05-01', 'adult')], gives: ended('2026-05-01'), because: 'the child came of age' },
    { events: [left('2026-05-01', 'moved')], gives: OPEN, because: 'a child who moved is still looked back on' },
    { events: [closed('2026-03-04')], gives: OPEN, because: 'a second record of the closing is none' },
  ])('$because', ({ events, gives }) => {
    expect(summary('closure-follow-up', facts([received('2026-01-05'), closed('2026-03-02'), ...events]))).toEqual(
      gives,
    )
  })

  it('stays where it falls, clamped to the end of a month', () => {
    expect(summary('closure-follow-up', facts([closed('2025-11-30')]))).toEqual([
      `2026-02-28 ${TO_18}`,
      `2026-05-30 ${TO_18}`,
      `2026-11-30 ${TO_18}`,
    ])
  })

  it('goes to the team manager: -5 wd, and 10 wd late', () => {
    const [first] = obligationsOf('closure-follow-up', facts([closed('2025-11-30')]))
    expect(first?.reminders).toMatchObject([{ step: 'due-5wd', on: day('2026-02-23'), to: ['team-manager'] }])
    expect(first?.late).toMatchObject([{ step: 'late', on: day('2026-03-13'), to: ['team-manager'] }])
    expect(first?.explanation.map(sentence)[0]).toBe('Case closed on 30 November 2025')
  })

  it('each closing has its own: after a reopening, and after a re-referral', () => {
    const keys = (...events: ChronologyEvent[]) => {
      const all = obligationsOf('closure-follow-up', facts([closed('2026-03-02'), ...events]))
      return all.map(
        ({ trigger, part, end }) => `${trigger} ${part} ${end.outcome === 'open' ? '' : end.on.toString()}`,
      )
    }
    const parts = (trigger: string, on: string) => ['3m', '6m', '12m'].map((part) => `${trigger} ${part} ${on}`)
    expect(keys(reopened('2026-04-01'), closed('2026-05-01')).sort()).toEqual(
      [...parts('closed 2026-03-02', '2026-04-01'), ...parts('closed 2026-05-01', '2040-01-05')].sort(),
    )
    expect(keys(received('2026-04-01'), closed('2026-05-01')).sort()).toEqual(
      [...parts('closed 2026-03-02', '2040-01-05'), ...parts('closed 2026-05-01', '2040-01-05')].sort(),
    )
  })

  it('with children it is of those only; corrected it keeps its key, and taken back it goes', () => {
    const one = facts([closed('2026-03-02', { children: ['c2'] })], twoChildren)
    expect(obligationsOf('closure-follow-up', one).map(({ subject }) => subject)).toEqual(['c2', 'c2', 'c2'])
    const corrected = closed('2026-03-04', { id: 'corrected', supersedes: 'closed 2026-03-02' })
    const late = answer('2026-06-01', 3, 'corrected')
    const [first] = obligationsOf('closure-follow-up', facts([closed('2026-03-02'), corrected, late]))
    expect([first?.trigger, first?.dueOn.toString(), first?.end.outcome]).toEqual([
      'closed 2026-03-02',
      '2026-06-04',
      'met',
    ])
    const taken = closed('2026-03-02', { id: 'taken', supersedes: 'closed 2026-03-02', void: true })
    expect(summary('closure-follow-up', facts([closed('2026-03-02'), taken]))).toEqual([])
  })

  it('what fell due before going live is not known from the import', () => {
    const given = { ...facts([closed('2026-03-02')]), liveSince: day('2026-06-15') }
    expect(obligationsOf('closure-follow-up', given).map((one) => one.notKnownFromImport)).toEqual([true, false, false])
  })

  it('outlives the case: closing it ends everything else of its plans', () => {
    const given = facts([
      event('plan-started', '2026-02-02', { plan: 'cin' }, { id: 'cin' }),
      event('plan-started', '2026-02-02', { plan: 'plo' }, { id: 'plo' }),
      event('goal-set', '2026-02-03', {
        ...{ goal: 'school', plan: 'cin', change: 'every day', sign: 'register' },
        ...{ by: '2026-05-01', otherwise: 'a meeting', otherwiseBy: '2026-05-08' },
      }),
      closed('2026-03-02'),
    ])
    const { obligations } = timeline(given, always(pack), calendar)
    const beyond = obligations.filter(({ end }) => end.outcome === 'cancelled' && end.by !== 'closed 2026-03-02')
    expect(beyond.map(({ rule }) => rule)).toEqual(['closure-follow-up', 'closure-follow-up', 'closure-follow-up'])
    expect(obligations.filter(({ end }) => end.outcome === 'open')).toEqual([])
  })
})
