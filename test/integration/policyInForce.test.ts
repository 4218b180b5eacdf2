import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import type { Processes } from '../../activities/deps'
import { readClock } from '../../activities/clock'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { lateClocks } from '../../activities/reconcile/lateClocks'
import { makeReconcile } from '../../activities/reconcileClocks'
import { casePage } from '../../client/queries/casePage'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { londonMoment } from '../../domain/calendar/london'
import type { ProcessName } from '../../workflows/protocol'
import { activateRules, nobody } from '../servers/activateRules'
import { assessmentDue, assessmentOf } from '../servers/assessmentOf'
import { councilRules } from '../servers/councilRules'
import { addCase, PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { stepTo } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { townOfOneCase } from '../servers/townOfOneCase'

const BUILT_IN = englandFamilySafeguarding1.id
/** An assessment is due 45 working days after 2 February 2026: on 8 April. After 40 it is due on 30 March. */
describe('a version of the rules that is put into force', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
  })
  afterEach(() => quiet.stop())

  const due = (ref: string): Promise<string> => assessmentDue(quiet, ref)
  const staleClocks = async (): Promise<{ nudged: string[]; stale: unknown }> => {
    const nudged: ProcessName[] = []
    const processes: Processes = { ...nobody, nudge: (names) => Promise.resolve(nudged.push(...names)) }
    await makeReconcile({ db: quiet.db, rules: rulesInForce(), processes, problemAfterMs: 0 })({ full: false })
    const [row] = await quiet.db.$queryRaw<{ report: { stale: number } }[]>`
      select report from process where id = 'reconcile'`
    return {
      nudged: nudged.filter(({ type }) => type === 'caseTimeline').map(({ id }) => id),
      stale: row?.report.stale,
    }
  }

  it('moves nothing that is open: only what is triggered from its first day on follows it', async () => {
    await quiet.plan()
    expect(await activateRules(quiet, '2026-03-10')).toEqual({ accepted: true, repeated: false })
    await quiet.moveTo('2026-03-12')
    await addCase(quiet.town, 'T-2', '2026-03-09')
    await addCase(quiet.town, 'T-3', '2026-03-10')
    await quiet.plan()
    expect([await due('T-1'), await due('T-2'), await due('T-3')]).toEqual([
      `2026-04-08 ${BUILT_IN}`,
      `2026-05-14 ${BUILT_IN}`,
      '2026-05-08 north@1',
    ])
    expect((await assessmentOf(quiet, 'T-1')).explanation.join()).not.toContain('moved')
  })

  it('for open work too: the date moves with its reason, the reminder of the old one is withdrawn, and the new one says why', async () => {
    await quiet.moveTo('2026-03-16', 6 * 60 + 59)
    await quiet.plan()
    expect((await casePage(quiet.db, 'T-1'))?.told.filter(({ title }) => title === 'Assessment')).toMatchObject([
      { step: 'due-15wd', state: 'waiting', withdrawn_why: null },
    ])
    await activateRules(quiet, '2026-03-16', { ...councilRules('north@1', 35), appliesToOpenWork: true })
    await quiet.plan()
    const why = 'moved from 8 April 2026 by the rules north@1, in force from 16 March 2026'
    expect(await assessmentOf(quiet, 'T-1')).toMatchObject({
      due_on: '2026-03-23',
      explanation: [
        'Referral received on 2 February 2026',
        'plus 35 working days is 23 March 2026',
        'a Monday and a working day',
        why,
      ],
    })
    await quiet.moveTo('2026-03-16')
    await quiet.plan()
    await quiet.round()
    await quiet.deliver()
    const told = (await casePage(quiet.db, 'T-1'))?.told.filter(({ title }) => title === 'Assessment')
    expect(told?.map((one) => [one.step, one.state, one.withdrawn_why]).sort()).toEqual([
      ['due-15wd', 'waiting', `the date has moved: ${why}`],
      ['due-5wd', 'sent', null],
    ])
    expect(quiet.mails).toHaveLength(1)
    expect(quiet.mails[0]?.text.replaceAll(/\s+/g, ' ')).toContain(`Referral received on 2 February 2026`)
    expect(quiet.mails[0]?.text.replaceAll(/\s+/g, ' ')).toContain(why)
    // Planned again, it is the same.
    await quiet.plan()
    expect((await assessmentOf(quiet, 'T-1')).explanation.at(-1)).toBe(why)
  })

  it('whose day lies ahead changes no plan before it; on the day reconcile has every case planned again, though nobody was nudged', async () => {
    await quiet.plan()
    await activateRules(quiet, '2026-03-20', { appliesToOpenWork: true })
    expect(await staleClocks()).toEqual({ nudged: [], stale: 0 })
    await quiet.moveTo('2026-03-19')
    await quiet.plan()
    expect(await due('T-1')).toBe(`2026-04-08 ${BUILT_IN}`)
    await quiet.moveTo('2026-03-20', 1)
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`select id from case_file`
    expect(await staleClocks()).toEqual({ nudged: [row?.id], stale: 1 })
    await quiet.plan()
    expect(await due('T-1')).toBe('2026-03-30 north@1')
    expect(await staleClocks()).toEqual({ nudged: [], stale: 0 })
  })

  it('with a shorter ladder: what climbs already says so with the next plan of its case', async () => {
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
    await quiet.moveTo('2026-04-10')
    await quiet.plan()
    const rungs = async (): Promise<unknown> =>
      (await casePage(quiet.db, 'T-1'))?.escalations.flatMap(({ entries }) => entries.map(({ rung }) => rung))
    expect(await rungs()).toEqual([1])
    const { pack } = councilRules('north@1', 45)
    const ladder = (['team-manager', 'service-manager'] as const).map((role) => ({ role, afterWorkingDays: 1 }))
    const rules = pack.rules.map((rule) => (rule.id === 'assessment' ? { ...rule, ladder } : rule))
    const version = { pack: { ...pack, rules }, overlay: null, appliesToOpenWork: true }
    await activateRules(quiet, '2026-04-10', version)
    const [{ id } = { id: '' }] = await quiet.db.$queryRaw<{ id: string }[]>`select id from case_file`
    await quiet.planning.planTimeline({ caseId: id })
    expect(await rungs()).toEqual([1, 2])
    const clock = { now: (await readClock(quiet.db)).now, scale: 0 }
    const { version: rulesVersion } = await rulesInForce()(quiet.db, LocalDate.parse('2026-04-10'))
    const lateAlerts = async (): Promise<number> =>
      (await lateClocks(quiet.db, { clock, rulesVersion, limit: 9 })).filter(
        ({ type }) => type === 'stalledPlanEscalation',
      ).length
    expect(await lateAlerts()).toBe(0)
    await quiet.plan()
    expect(await rungs()).toEqual([1, 2])
  })

  it('an upgrade that computes otherwise has every case planned again, a closed one too, and blames nobody for a date that moves', async () => {
    await quiet.record({ ref: 'T-1', kind: 'case-closed', data: { reason: 'x' }, actorId: PEOPLE.teamManager })
    await addCase(quiet.town, 'T-2', '2026-02-02')
    await quiet.plan()
    expect(await staleClocks()).toEqual({ nudged: [], stale: 0 })
    // As the program before this one left it: other dates, under rules of the same names.
    await quiet.db.$executeRaw`update obligation set due_on = '2026-04-07' where rule = 'assessment'`
    await quiet.db.$executeRaw`
      update case_file set rules_version = 'england-family-safeguarding@1 england-and-wales@2026-11',
        next_moment = case when open then next_moment end`
    const { nudged, stale } = await staleClocks()
    expect([nudged.length, stale]).toEqual([2, 2])
    await quiet.plan()
    expect(await assessmentOf(quiet, 'T-2')).toMatchObject({ due_on: '2026-04-08', policy: BUILT_IN })
    expect((await assessmentOf(quiet, 'T-2')).explanation.join()).not.toContain('moved')
    expect(await staleClocks()).toEqual({ nudged: [], stale: 0 })
  })

  it('nudges the cases it concerns once it is saved, and only for what is new', async () => {
    const nudged: string[] = []
    const processes: Processes = {
      ...nobody,
      nudge: (names) => Promise.resolve(nudged.push(...names.map(({ id }) => id))),
    }
    const command = { commandId: randomUUID(), concerned: ['c-1'] }
    await activateRules(quiet, '2026-03-02', command, processes)
    expect(await activateRules(quiet, '2026-03-02', command, processes)).toEqual({ accepted: true, repeated: true })
    expect(nudged).toEqual(['c-1'])
    expect(await quiet.db.$queryRaw`select count(*)::int as n from policy_version`).toEqual([{ n: 1 }])
    expect(await quiet.db.$queryRaw`select actor_id, detail from audit_event`).toEqual([
      { actor_id: PEOPLE.serviceManager, detail: { policy: 'north@1', from: '2026-03-02', openWork: false } },
    ])
    // The same content from the same day under another id is the same version.
    expect(await activateRules(quiet, '2026-03-02')).toEqual({ accepted: true, repeated: true })
  })

  it('is kept whole, with who approved it, and can give way to the pack before it', async () => {
    await activateRules(quiet, '2026-03-02', { appliesToOpenWork: true })
    await quiet.plan()
    expect(await due('T-1')).toBe('2026-03-30 north@1')
    const [kept] = await quiet.db.$queryRaw<{ document: unknown; overlay: unknown }[]>`
      select document, overlay from policy_version`
    expect(kept).toEqual({ document: councilRules('north@1', 40).pack, overlay: councilRules('north@1', 40).overlay })
    const back = { pack: englandFamilySafeguarding1, overlay: null, appliesToOpenWork: true }
    expect(await activateRules(quiet, '2026-03-03', back)).toMatchObject({ accepted: true })
    await quiet.moveTo('2026-03-03')
    await quiet.plan()
    expect(await due('T-1')).toBe(`2026-04-08 ${BUILT_IN}`)
    expect((await assessmentOf(quiet, 'T-1')).explanation.at(-1)).toBe(
      `moved from 30 March 2026 by the rules ${BUILT_IN}, in force from 3 March 2026`,
    )
  })

  it('of two from one day the later one counts, whatever the order of the days in which they were activated', async () => {
    await activateRules(quiet, '2026-03-10', { ...councilRules('north@2', 30), appliesToOpenWork: true })
    await activateRules(quiet, '2026-03-05', { appliesToOpenWork: true })
    await activateRules(quiet, '2026-03-10', { ...councilRules('north@3', 35), appliesToOpenWork: true })
    const seen: string[] = []
    for (const day of ['2026-03-04', '2026-03-05', '2026-03-10']) {
      await quiet.moveTo(day)
      await quiet.plan()
      seen.push(await due('T-1'))
    }
    expect(seen).toEqual([`2026-04-08 ${BUILT_IN}`, '2026-03-30 north@1', '2026-03-23 north@3'])
  })
})

describe('a version that comes into force while the worker runs', () => {
  let town: TestTown
  beforeAll(async () => {
    ;({ town } = await townOfOneCase({ referredOn: '2026-02-02' }))
  })
  afterAll(() => town.stop())
  const at = (day: string): number => londonMoment(LocalDate.parse(day), 12 * 60)

  it('is followed from its first morning on, and the mail of that morning says so', async () => {
    await stepTo(town, at('2026-03-02'))
    await activateRules(town, '2026-03-11', { appliesToOpenWork: true }, town.processes)
    await stepTo(town, at('2026-03-10'))
    expect((await assessmentOf(town, 'T-1')).due_on).toBe('2026-04-08')
    expect(await town.inbox.list()).toEqual([])
    await stepTo(town, at('2026-03-11'))
    expect(await assessmentOf(town, 'T-1')).toMatchObject({ due_on: '2026-03-30', policy: 'north@1' })
    // The reminder fifteen working days before 30 March was on the 9th: it has passed, and is told on the first morning.
    const mails = await town.inbox.list()
    expect(mails.map(({ date }) => date.slice(0, 10))).toEqual(['2026-03-11'])
    expect(mails[0]?.text.replaceAll(/\s+/g, ' ')).toContain('moved from 8 April 2026 by the rules north@1')
  })
})
