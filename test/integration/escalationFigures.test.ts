import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { londonMoment } from '../../domain/calendar/london'
import { LocalDate } from '@js-joda/core'
import { alertFigures, median, type Figure } from '../../client/queries/alertFigures'
import { listed } from '../../client/queries/alertLists'
import { dueList } from '../../client/queries/dueList'
import { escalationAlerts } from '../../client/queries/escalationAlerts'
import { stableId } from '../../activities/import/stableId'
import { SEED } from '../seed'
import { addPeople, PEOPLE, TEAM } from '../servers/factsToEvents'
import { testTown, type TestTown } from '../servers/testTown'
import { typed } from '../servers/typed'

const TODAY = '2026-06-30'
const OTHER = stableId('test', 'north-10')

/** An alert as it is drawn: what became of it, without the words for it. Days are those of June 2026. */
interface Drawn {
  readonly team: 'North 1' | 'North 10' | 'No team'
  readonly rule: 'assessment' | 'plo-end'
  readonly rungs: number
  readonly openedOn: number
  readonly answerAfterHours: number | null
  readonly promises: readonly number[]
  readonly moreTime: boolean
  /** Done, where it is resolved. */
  readonly byTheFact: boolean
  readonly end: { readonly how: 'resolved' | 'withdrawn' | 'joined'; readonly on: number } | null
}

const june = fc.integer({ min: 1, max: 29 })
const drawn: fc.Arbitrary<Drawn> = fc.record({
  team: fc.constantFrom('North 1' as const, 'North 10' as const, 'No team' as const),
  rule: fc.constantFrom('assessment' as const, 'plo-end' as const),
  rungs: fc.integer({ min: 0, max: 3 }),
  openedOn: fc.integer({ min: 1, max: 10 }),
  answerAfterHours: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
  promises: fc.array(june, { maxLength: 2 }),
  moreTime: fc.boolean(),
  byTheFact: fc.boolean(),
  end: fc.option(
    fc.record({
      how: fc.constantFrom('resolved' as const, 'withdrawn' as const, 'joined' as const),
      on: fc.integer({ min: 11, max: 29 }),
    }),
    { nil: null },
  ),
})

const HOUR_MS = 60 * 60 * 1000
const at = (day: number, hours = 9): number => londonMoment(LocalDate.of(2026, 6, day), hours * 60)
const iso = (moment: number): string => new Date(moment).toISOString()
const TEAMS = { 'North 1': TEAM, 'North 10': OTHER, 'No team': null } as const

describe('a figure about alerts is the length of the list behind it', () => {
  let town: TestTown
  const all: Drawn[] = []
  beforeAll(async () => {
    town = await testTown({ startsOn: TODAY })
    await addPeople(town)
    await town.db.$executeRaw`insert into team (id, source_id, name) values (${OTHER}::uuid, 'north-10', 'North 10')`
  })
  afterAll(() => town.stop())

  /** Writes an alert as rows, as they would stand. */
  async function write(one: Drawn): Promise<void> {
    const ref = `D-${String(all.length)}`
    all.push(one)
    const { db } = town
    const [caseId, obligationId, id] = [randomUUID(), randomUUID(), randomUUID()]
    const state = one.end?.how ?? 'open'
    await db.$executeRaw`
      insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version)
      values (${caseId}::uuid, ${ref}, ${TEAMS[one.team]}::uuid, true, 1, 1, '')`
    await db.$executeRaw`
      insert into obligation (id, case_id, rule, subject, trigger, part, title, trigger_on, due_on, limit_on, due_revision, state, late_unit, policy, explanation, kind)
      values (${obligationId}::uuid, ${caseId}::uuid, ${one.rule}, 'case', 't', '', ${one.rule}, '2026-01-01', '2026-06-01', '2026-06-01', 1,
        ${one.end === null ? 'open' : 'met'}, 'working-days', 'england-family-safeguarding@1', '[]', 'obligation')`
    await db.$executeRaw`
      insert into escalation (id, case_id, obligation_id, due_on, state, opened_at, ended_at, taken_up)
      values (${id}::uuid, ${caseId}::uuid, ${obligationId}::uuid, '2026-06-01', ${state}, ${iso(at(one.openedOn))}::timestamptz,
        ${one.end === null ? null : iso(at(one.end.on))}::timestamptz, true)`
    await db.$executeRaw`
      insert into escalation_member (escalation_id, obligation_id, leads, due_on, joined_at, left_at)
      values (${id}::uuid, ${obligationId}::uuid, true, '2026-06-01', ${iso(at(one.openedOn))}::timestamptz,
        ${one.end === null ? null : iso(at(one.end.on))}::timestamptz)`
    const log = [
      ...Array.from({ length: one.rungs }, (_, n) => ({
        entry: 'told',
        rung: n + 1,
        at: at(one.openedOn),
        until_on: null,
      })),
      ...(one.answerAfterHours === null || one.rungs === 0
        ? []
        : [{ entry: 'acknowledged', rung: 1, at: at(one.openedOn) + one.answerAfterHours * HOUR_MS, until_on: null }]),
      ...one.promises.map((day) => ({
        entry: 'promised',
        rung: 1,
        at: at(29, 23),
        until_on: `2026-06-${String(day).padStart(2, '0')}`,
      })),
      ...(one.moreTime ? [{ entry: 'more-time', rung: 1, at: at(29, 23), until_on: '2026-06-30' }] : []),
      ...(one.end === null ? [{ entry: 'joined', rung: null, at: at(29), until_on: null }] : []),
      ...(one.end === null ? [] : [{ entry: one.end.how, rung: null, at: at(one.end.on), until_on: null }]),
    ].map((line, n) => ({
      ...line,
      escalation_id: id,
      number: n + 1,
      person_id: PEOPLE.teamManager,
      at: iso(line.at),
      reason: line.entry === 'resolved' ? (one.byTheFact ? 'Done on 2026-06-29.' : 'No longer needed.') : '=1+1',
    }))
    await db.$executeRaw`
      insert into escalation_entry select r.* from json_populate_recordset(null::escalation_entry, ${JSON.stringify(log)}::json) r`
  }

  const asked = (team?: keyof typeof TEAMS, from: number | null = null, to: number | null = null) =>
    escalationAlerts(town.db, {
      teams: team === undefined ? undefined : [TEAMS[team]],
      from: from === null ? null : LocalDate.of(2026, 6, from),
      to: to === null ? null : LocalDate.of(2026, 6, to),
    })

  /** The same counted from what was drawn, by another road. */
  function counted(of: readonly Drawn[]): Readonly<Record<string, number | null>> {
    const open = of.filter(({ end }) => end === null)
    const answered = of.filter(
      ({ answerAfterHours, rungs, promises, moreTime }) =>
        rungs > 0 && (answerAfterHours !== null || promises.length > 0 || moreTime),
    )
    const isDone = ({ end, byTheFact }: Drawn): boolean => end?.how === 'resolved' && byTheFact
    const kept = (one: Drawn, day: number): boolean => isDone(one) && one.end !== null && one.end.on <= day
    const broken = (end: Drawn['end'], day: number): boolean => end === null || end.on > day
    return {
      open: open.length,
      answered: answered.length,
      'settled-by-the-fact': of.filter(isDone).length,
      withdrawn: of.filter(({ end }) => end?.how === 'withdrawn').length,
      'promises-kept': of.reduce((sum, one) => sum + one.promises.filter((day) => kept(one, day)).length, 0),
      'promises-broken': of.reduce(
        (sum, { end, promises }) => sum + promises.filter((day) => broken(end, day)).length,
        0,
      ),
      'more-time': of.filter(({ moreTime }) => moreTime).length,
      hours: median(
        answered.map(({ answerAfterHours, openedOn }) => answerAfterHours ?? (at(29, 23) - at(openedOn)) / HOUR_MS),
      ),
    }
  }
  const said = (figures: readonly Figure[]): Readonly<Record<string, number | null>> => ({
    ...Object.fromEntries(figures.filter(({ reached }) => reached === null).map(({ name, count }) => [name, count])),
    hours: figures.find(({ name }) => name === 'answered')?.hours ?? null,
  })

  it(`in any town (seed ${String(SEED)})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 12 }), june, june, async (alerts, a, b) => {
        for (const one of alerts) await write(one)
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        for (const span of [
          [null, null],
          [from, to],
        ] as const) {
          const within = all.filter(({ openedOn }) => span[0] === null || (openedOn >= span[0] && openedOn <= span[1]))
          const { alerts: found } = await asked(undefined, ...span)
          const { teams, total } = alertFigures(found)
          expect(said(total)).toEqual(counted(within))
          expect(teams.reduce((sum, { figures }) => sum + (figures[0]?.count ?? 0), 0)).toBe(total[0]?.count)
          const byHowFar = total.filter(({ name }) => name === 'open-by-how-far')
          expect(byHowFar.reduce((sum, { count }) => sum + count, 0)).toBe(total[0]?.count)
          for (const { team, figures } of teams) {
            const name = (team ?? 'No team') as keyof typeof TEAMS
            expect(said(figures)).toEqual(counted(within.filter((one) => one.team === name)))
            // The list behind it is asked for anew, of this team alone.
            const own = (await asked(name, ...span)).alerts
            for (const { list, reached, count, of } of figures) {
              expect(listed(own, { list, reached })).toHaveLength(count)
              expect(listed(own, { list: of?.list ?? list, reached: of === null ? reached : null })).toHaveLength(
                of?.count ?? count,
              )
            }
          }
        }
      }),
      { seed: SEED, numRuns: 15 },
    )
  })

  it('who was told is in the words of the ladder of each rule', async () => {
    const of = (rule: string, rungs: number): number =>
      all.filter((one) => one.end === null && one.rule === rule && one.rungs === rungs).length
    const { total } = alertFigures((await asked()).alerts)
    const figure = (reached: string): number => total.find((one) => one.reached === reached)?.count ?? 0
    expect(figure('team-manager')).toBe(of('assessment', 1))
    expect(figure('service-manager')).toBe(of('assessment', 2) + of('plo-end', 1))
    expect(figure('nobody')).toBe(of('assessment', 0) + of('plo-end', 0))
  })

  it('the command prints each figure with the list that it counts', async () => {
    const { out } = await typed(town, 'escalations', '--figures', '--from', '2026-06-03', '--json')
    interface Printed {
      readonly count: number
      readonly list: { readonly list: string; readonly toldTo: string | null; readonly team?: string }
    }
    const { teams, total } = JSON.parse(out) as { teams: { figures: Printed[] }[]; total: Printed[] }
    expect(teams).toHaveLength(3)
    for (const { count, list } of [...(teams[0]?.figures ?? []), ...(teams[2]?.figures ?? []), ...total]) {
      const words = [
        '--list',
        list.list,
        ...(list.toldTo === null ? [] : ['--told-to', list.toldTo]),
        ...(list.team === undefined ? [] : ['--team', list.team]),
      ]
      const { out: lines } = await typed(town, 'escalations', ...words, '--from', '2026-06-03', '--json')
      expect((JSON.parse(lines) as { alerts: unknown[] }).alerts).toHaveLength(count)
    }
  })

  it('the team called so is meant, and not the one whose name begins so; a formula in a cell is text', async () => {
    const { out } = await typed(town, 'escalations', '--team', 'north 1', '--all', '--csv')
    const lines = out.trim().split('\r\n')
    expect(lines).toHaveLength(1 + all.filter(({ team }) => team === 'North 1').length)
    expect(out).not.toContain('North 10')
    expect(out).not.toMatch(/(^|,)=/m)
    const { code, err } = await typed(town, 'escalations', '--team', 'Sotuh 1')
    expect([code, err]).toEqual([
      2,
      'caseclock: --team Sotuh 1: no team is called that. There are No team, North 1, North 10.\n',
    ])
  })

  it('what `due --escalated` shows is what `escalations --open` lists', async () => {
    for (const teams of [null, [TEAM], [null]]) {
      const due = await dueList(town.db, { today: TODAY, within: 0, teams, personId: null, escalated: true })
      const open = listed(
        (await escalationAlerts(town.db, { teams: teams ?? undefined, from: null, to: null })).alerts,
        { list: 'open', reached: null },
      )
      expect(due.map(({ ref }) => ref).sort()).toEqual(open.map(({ alert }) => alert.ref).sort())
      expect(due.length).toBeGreaterThan(0)
    }
  })

  it.each([
    ['a list that is none', ['--list', 'late'], 'There are all, open, told'],
    ['nobody who is told', ['--told-to', 'mayor'], 'nobody is told by that name'],
    ['a day that does not exist', ['--from', '2026-02-30'], 'not a day that exists'],
  ])('refuses %s', async (_, words, why) => {
    const { code, err } = await typed(town, 'escalations', ...words)
    expect(code).toBe(2)
    expect(err).toContain(why)
  })
})
