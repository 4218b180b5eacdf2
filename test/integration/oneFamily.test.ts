import { randomUUID } from 'node:crypto'
import { answerFollowUp } from '../../client/commands/follow-up/answerFollowUp'
import { conferenceList } from '../../client/queries/conferences/conferenceList'
import { factsOfCase } from '../../client/queries/factsOfCase'
import { followUpList } from '../../client/queries/followUps/followUpList'
import { followUpPage } from '../../client/queries/followUps/followUpPage'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { longView } from '../../domain/longview/longView'
import { longViewSvg } from '../../domain/longview/longViewSvg'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../domain/policy/policySchedule'
import { LocalDate } from '@js-joda/core'
import { writeFileSync } from 'node:fs'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { typedCohort } from './cohortTown'

/** One family over two years: a plan, its reviews and its end, stepping down, closing; a second plan; closing again. */
const STORY: readonly (readonly [on: string, kind: string, data: object])[] = [
  ['2026-03-03', 'strategy-discussion', { opensSection47: true, joint: true }],
  ['2026-03-17', 'icpc-held', { outcome: 'plan', quorate: true }],
  ['2026-03-17', 'plan-started', { plan: 'cpp', category: 'neglect', previousPlans: 0 }],
  ['2026-03-27', 'core-group-held', { quorate: true }],
  [
    '2026-03-30',
    'goal-set',
    {
      goal: 'meals',
      plan: 'cpp',
      change: 'regular meals',
      sign: 'school sees it',
      by: '2026-10-30',
      otherwise: 'parenting course',
      otherwiseBy: '2026-11-13',
    },
  ],
  ['2026-05-07', 'core-group-held', { quorate: true }],
  [
    '2026-06-09',
    'review-held',
    { outcome: 'continue', quorate: true, childView: 'More time with Gran', parentsView: 'Tired, and willing' },
  ],
  ['2026-07-16', 'core-group-held', { quorate: true }],
  ['2026-10-15', 'goal-reviewed', { goal: 'meals', outcome: 'met' }],
  ['2026-12-01', 'review-held', { outcome: 'end', quorate: true, childView: 'Glad', parentsView: 'Glad' }],
  ['2026-12-01', 'plan-started', { plan: 'cin' }],
  ['2027-01-12', 'cin-review-held', { independentChair: true }],
  ['2027-02-01', 'closure-proposed', {}],
  ['2027-02-03', 'closure-accepted', { by: 'Early Help' }],
  ['2027-02-12', 'case-closed', { reason: 'RC7' }],
  ['2027-06-14', 'referral-received', { source: '1A' }],
  ['2027-06-15', 'referral-decided', { outcome: 'accepted', reason: 'new injuries' }],
  ['2027-06-15', 'worker-allocated', { person: PEOPLE.worker }],
  ['2027-06-22', 'strategy-discussion', { opensSection47: true }],
  ['2027-07-12', 'icpc-held', { outcome: 'plan', quorate: true }],
  [
    '2027-07-12',
    'plan-started',
    { plan: 'cpp', category: 'neglect', previousPlans: 1, repeatReason: 'ended too early' },
  ],
  [
    '2027-10-04',
    'review-held',
    { outcome: 'continue', quorate: true, childView: 'Safer', parentsView: 'Separated now' },
  ],
  ['2028-02-21', 'review-held', { outcome: 'end', quorate: true, childView: 'Safe', parentsView: 'Thankful' }],
  ['2028-03-01', 'case-closed', { reason: 'RC7' }],
]

describe('one family from referral to closure over two years, with a second plan', () => {
  let quiet: QuietTown
  const all = () => followUpList(quiet.db, { readerId: PEOPLE.teamManager, ref: 'T-1', all: true })

  /** The days go by: the facts of each, what they ask for, and the follow-ups answered on the day they are due but one. */
  beforeAll(async () => {
    quiet = await quietTownOfOneCase()
    const days = [...new Set(STORY.map(([on]) => on))]
    for (const [index, day] of days.entries()) {
      await quiet.dayComes(day)
      for (const [, kind, data] of STORY.filter(([on]) => on === day))
        await quiet.record({ ref: 'T-1', kind, data, on: day, actorId: PEOPLE.teamManager })
      await quiet.plan()
      const before = days[index + 1] ?? '2028-12-31'
      for (const { id, dueOn, state } of await all()) {
        if (['answered', 'not-asked'].includes(state) || dueOn >= before || dueOn === '2026-09-17') continue
        await quiet.dayComes(dueOn)
        const page = await followUpPage(quiet.db, { id, readerId: PEOPLE.teamManager })
        const answers = Object.fromEntries(
          (page?.questions ?? []).flatMap(({ id: question, fromTheRecord: said }) =>
            said === null ? [] : [[question, said.answer]],
          ),
        )
        const acts = { followUpId: id, answers, actorId: PEOPLE.teamManager, commandId: randomUUID() }
        const answer = await answerFollowUp(quiet, acts)
        if ('refused' in answer) throw new Error(answer.todo)
      }
    }
    await quiet.dayComes('2028-12-29')
  })
  afterAll(() => quiet.stop())

  it('has two conferences that made a plan, and every review and core group under them, in one list', async () => {
    const lines = await conferenceList(quiet.db, { ref: 'T-1', readerId: PEOPLE.worker })
    const reviews = lines
      .filter(({ kind }) => kind === 'review')
      .map(({ dueOn, heldOn, state }) => [dueOn, heldOn ?? state])
    expect(reviews).toEqual([
      ['2026-06-17', '2026-06-09'],
      ['2026-12-09', '2026-12-01'],
      ['2027-10-12', '2027-10-04'],
      ['2028-04-04', '2028-02-21'],
    ])
    expect(
      lines.filter(({ kind, heldOn }) => kind === 'initial' && heldOn !== null).map(({ heldOn }) => heldOn),
    ).toEqual(['2026-03-17', '2027-07-12'])
  })

  it('was followed up from the start and the end of each plan and from each closing; who did not answer is not counted as a no', async () => {
    const lines = (await all()).map(({ anchor, anchorOn, dueOn, state }) => `${dueOn} ${anchor} ${anchorOn} ${state}`)
    expect(lines).toEqual([
      '2026-06-17 plan-start 2026-03-17 answered',
      '2026-09-17 plan-start 2026-03-17 late',
      '2027-03-01 plan-end 2026-12-01 answered',
      '2027-05-12 closure 2027-02-12 answered',
      '2027-06-01 plan-end 2026-12-01 answered',
      '2027-08-12 closure 2027-02-12 answered',
      '2027-10-12 plan-start 2027-07-12 answered',
      '2028-01-12 plan-start 2027-07-12 answered',
      '2028-02-12 closure 2027-02-12 answered',
      '2028-05-21 plan-end 2028-02-21 answered',
      '2028-06-01 closure 2028-03-01 answered',
      '2028-08-21 plan-end 2028-02-21 answered',
      '2028-09-01 closure 2028-03-01 answered',
      '2029-03-01 closure 2028-03-01 not-yet-asked',
    ])
    const look = async (dueOn: string) => {
      const one = (await all()).find((line) => line.dueOn === dueOn)
      return (await followUpPage(quiet.db, { id: one!.id, readerId: PEOPLE.worker }))?.answered?.answers
    }
    expect(await look('2027-03-01')).toMatchObject({ now: 'closed', secondPlan: false, reReferral: false, goalsMet: 0 })
    expect(await look('2027-08-12')).toMatchObject({ now: 'on-plan', secondPlan: true, reReferral: true })
  })

  it('stands in the cohort table of each anchor by itself', async () => {
    const row = async (anchor: 'plan-start' | 'plan-end' | 'closure', from: string, to: string) => {
      const { out } = await typedCohort(quiet, { anchor, from, to, json: true })
      const [cohort] = (JSON.parse(out) as { cohorts: Readonly<Record<string, { n: number; of: number }>>[] }).cohorts
      return ['priorCpp', 'cpp3m', 'cpp6m'].map(
        (name) => `${name} ${String(cohort?.[name]?.n)}/${String(cohort?.[name]?.of)}`,
      )
    }
    expect(await row('plan-start', '2026-01-01', '2026-03-31')).toEqual(['priorCpp 0/1', 'cpp3m 0/1', 'cpp6m 0/1'])
    expect(await row('closure', '2027-01-01', '2027-03-31')).toEqual(['priorCpp 1/1', 'cpp3m 0/1', 'cpp6m 1/1'])
    expect(await row('plan-start', '2027-07-01', '2027-09-30')).toEqual(['priorCpp 1/1', 'cpp3m 0/1', 'cpp6m 0/1'])
  })

  it('came back within twelve months: the manager was told with the evidence', async () => {
    const told = await quiet.db.$queryRaw<{ on: string; explanation: readonly string[] }[]>`
      select min(n.send_on)::text as on, o.explanation from notice n join obligation o on o.id = n.obligation_id
      where o.rule = 'back-within-a-year' and n.withdrawn_at is null group by o.id, o.explanation`
    expect(told).toHaveLength(1)
    expect(told[0]?.explanation.join('; ')).toContain('Case closed')
  })

  it('is one picture, with both plans as periods', async () => {
    const facts = (await factsOfCase(quiet.db, 'T-1'))!
    const svg = longViewSvg(
      longView(facts, always(englandFamilySafeguarding1), englandAndWales(), LocalDate.parse('2028-12-29')),
    )
    expect(svg.match(/Child protection plan/g)?.length).toBeGreaterThanOrEqual(2)
    expect(svg).not.toMatch(/Zebedee|Quillfeather/)
    if (process.env['CASECLOCK_PICTURE'] !== undefined) writeFileSync(process.env['CASECLOCK_PICTURE'], svg)
  })
})
