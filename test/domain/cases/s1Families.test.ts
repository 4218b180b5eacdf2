import path from 'node:path'
import { agendaOver } from '../../../domain/agenda/agendaOver'
import { isOpen } from '../../../domain/agenda/agenda'
import { knownOn } from '../../../domain/chronology/knownOn'
import { isRuleId, type RuleId } from '../../../domain/policy/ruleIds'
import { standing } from '../../../domain/timeline/standing'
import { readFacts } from '../../../client/cli/factsFile'
import { runTimeline } from '../../../client/cli/timelineCommand'
import { look } from '../properties/asking'
import { planned, policy } from '../properties/planned'
import { calendar, day } from '../facts'

/**
 * The six families that source S1, section 4, tells of, in its order of events. It gives no dates: these are made up. Where it leaves the level open (LU-1,
 * MH-1, HE-1) one was chosen that the assertions need.
 */
const FAMILIES = ['PB-1', 'LU-1', 'MH-1', 'WB-1', 'BF-1', 'HE-1'] as const
type Family = (typeof FAMILIES)[number]
const file = (family: Family): string => path.join(__dirname, 's1', `${family}.json`)
const story = (family: Family) => readFacts(file(family))
const notices = (family: Family, from: string, to: string) =>
  agendaOver(story(family), policy, calendar, day(from), day(to))

/** Timers of a child protection plan. Its follow-ups outlive it. */
const CPP_TIMERS: readonly RuleId[] = [
  'strategy-to-icpc',
  'icpc-report',
  'core-group-first',
  'core-group',
  'visit',
  'visit-safety-plan',
  'review-first',
  'review-next',
  'review-report',
  'long-plan',
  'baseline',
]
const FOLLOW_UPS: readonly string[] = ['closure-follow-up', 'cpp-follow-up-3m', 'cpp-follow-up-6m']
const isCppTimer = ({ rule }: { readonly rule: string }): boolean => isRuleId(rule) && CPP_TIMERS.includes(rule)

/** How each obligation of a rule stands on a day. */
const stands = (family: Family, rule: RuleId, today: string) =>
  planned(knownOn(story(family), day(today)))
    .obligations.filter((one) => one.rule === rule)
    .map((one) => ({ one, ...standing(one, day(today), calendar) }))

describe('the six families of source S1', () => {
  it.each(FAMILIES)('%s is read by `caseclock timeline --facts` and contradicts itself nowhere', async (family) => {
    let out = ''
    const io = { out: (text: string) => void (out += text), err: () => undefined }
    expect(await runTimeline({ facts: file(family), today: '2026-11-20', json: true }, io)).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ format: 1, problems: [] })
  })
})

describe.each([
  { family: 'PB-1', stepDown: '2026-07-02', closed: '2026-09-04' },
  { family: 'LU-1', stepDown: '2026-04-30', closed: '2026-06-26' },
] as const)('$family, from referral to closing', ({ family, stepDown, closed }) => {
  it('has a conference within 15 working days of the strategy discussion, and a first review within three months', () => {
    expect(stands(family, 'strategy-to-icpc', closed).map(({ state }) => state)).not.toContain('met-late')
    const reviews = stands(family, 'review-first', closed)
    expect(reviews.length).toBe(story(family).children.length)
    expect(new Set(reviews.map(({ state }) => state))).toEqual(new Set(['met']))
  })

  it('stepping down stops every timer of the child protection plan', () => {
    const { obligations } = planned(knownOn(story(family), day(stepDown)))
    const before = planned(knownOn(story(family), day(stepDown).minusDays(1)))
    expect(before.obligations.some((one) => isCppTimer(one) && isOpen(one, day(stepDown)))).toBe(true)
    expect(obligations.filter((one) => isCppTimer(one) && isOpen(one, day(stepDown)))).toEqual([])
    const after = notices(family, day(stepDown).plusDays(1).toString(), '2027-12-31')
    expect(after.filter(isCppTimer)).toEqual([])
  })

  it('closing cancels everything but the follow-ups', () => {
    const after = notices(family, day(closed).plusDays(1).toString(), '2027-12-31')
    expect(after.filter(({ rule }) => !FOLLOW_UPS.includes(rule))).toEqual([])
    expect(after.map(({ rule }) => rule)).toContain('cpp-follow-up-3m')
    const open = planned(story(family)).obligations.filter((one) => isOpen(one, day(closed)))
    expect(open.filter(({ rule }) => !FOLLOW_UPS.includes(rule))).toEqual([])
  })
})

describe('WB-1: a step-down that is expected and not confirmed', () => {
  it('is reminded of, and becomes overdue', () => {
    const [proposed] = stands('WB-1', 'handshake', '2026-05-21')
    expect([proposed?.one.dueOn.toString(), proposed?.state]).toEqual(['2026-06-04', 'upcoming'])
    const told = notices('WB-1', '2026-05-21', '2026-06-30').filter(({ rule }) => rule === 'handshake')
    expect(told.map(({ on, step }) => `${on} ${step}`)).toEqual(
      expect.arrayContaining(['2026-06-01 due-3wd', '2026-06-05 late']),
    )
    expect(stands('WB-1', 'handshake', '2026-06-05').map(({ state }) => state)).toEqual(['overdue'])
  })

  it('changes nothing by itself: the child protection plan runs on with all its timers', () => {
    const open = planned(story('WB-1')).obligations.filter((one) => isOpen(one, day('2026-06-30')))
    const rules = new Set(open.map(({ rule }) => rule))
    expect(['review-next', 'core-group', 'visit'].filter((rule) => !rules.has(rule))).toEqual([])
  })

  it('a declined service is no failure; a need found in mid-case is one until it is met', () => {
    const found = stands('WB-1', 'specialist-vacant', '2026-05-20').filter(
      ({ state }) => state === 'overdue' || state === 'due',
    )
    const why = found.flatMap(({ one }) =>
      one.explanation.flatMap((step) => (step.step === 'evidence' ? [step.id] : [])),
    )
    const role = (id: string): unknown => story('WB-1').events.find((event) => event.id === id)?.data
    expect(why.map(role)).toContainEqual({ role: 'substance-misuse' })
    expect(why.map(role)).not.toContainEqual({ role: 'domestic-abuse-victim' })
  })
})

describe('BF-1: a child in need plan only', () => {
  it('no timer of a child protection plan fires, ever', () => {
    expect(planned(story('BF-1')).obligations.filter(isCppTimer)).toEqual([])
    expect(notices('BF-1', '2026-03-01', '2028-03-01').filter(isCppTimer)).toEqual([])
  })

  it('the three months of play therapy are one goal, met on its day', () => {
    expect(stands('BF-1', 'goal', '2026-08-01').map(({ one, state }) => `${one.dueOn.toString()} ${state}`)).toEqual([
      '2026-07-24 met',
    ])
  })
})

describe('HE-1: engagement stalls, then recovers', () => {
  it('the drift is found on the plan, and ends with the progress', () => {
    const found = (on: string) =>
      stands('HE-1', 'no-progress', on).filter(({ state }) => state === 'due' || state === 'overdue')
    expect(found('2026-04-17')).toEqual([])
    expect(found('2026-05-15').length).toBeGreaterThan(0)
    expect(found('2026-05-18')).toEqual([])
  })

  it('was not closed, and stays in sight', () => {
    const known = planned(story('HE-1'))
    expect(look(known, day('2026-12-31')).closed).toBe(false)
  })
})

describe('MH-1: the decision to hold the case and not to refer on', () => {
  it('is logged: who discussed it, and that the role was declined on that day', () => {
    const on = story('MH-1').events.filter((event) => event.on.equals(day('2026-04-28')))
    expect(on.map(({ kind, data }) => ({ kind, data }))).toEqual([
      { kind: 'discussed-in-supervision', data: { session: 's-2026-04' } },
      { kind: 'specialist-ended', data: { role: 'community-mental-health-team', reason: 'declined' } },
    ])
  })

  it('and leaves no vacancy behind', () => {
    const open = stands('MH-1', 'specialist-vacant', '2026-06-01').filter(
      ({ state }) => state === 'overdue' || state === 'due',
    )
    expect(open).toEqual([])
  })
})
