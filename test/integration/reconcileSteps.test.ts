import type { Processes } from '../../activities/deps'
import { makeReconcile } from '../../activities/reconcileClocks'
import { builtInRules } from '../../activities/planning/rules'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { everyClock } from '../../activities/reconcile/everyClock'
import { lateClocks } from '../../activities/reconcile/lateClocks'
import type { ClockPlace, ProcessName, ReconcileScope } from '../../workflows/protocol'
import { addPeople } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const CASES = 5_000

describe(`reconcile looks at the clocks of ${String(CASES)} cases`, () => {
  let quiet: QuietTown
  const reached: ProcessName[] = []
  const steps: number[] = []
  const nudged: ProcessName[] = []
  const processes: Processes = {
    nudge: (names) => Promise.resolve(nudged.push(...names)),
    ensure: (names) => {
      if (names.length > 0) steps.push(names.length)
      return Promise.resolve(reached.push(...names))
    },
  }
  beforeAll(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    const { version } = builtInRules()
    await quiet.db.$executeRaw`
      insert into case_file (id, ref, open, facts_version, planned_version, rules_version, next_moment)
      select gen_random_uuid(), 'T-' || n, true, 1, 1, ${version}, '2026-06-01' from generate_series(1, ${CASES}::int) n`
  })
  afterAll(() => quiet.stop())

  const ask = () => makeReconcile({ db: quiet.db, rules: rulesInForce(), processes, problemAfterMs: 0 })

  it('in short steps, each clock once, and its report counts them all', async () => {
    const reconcile = ask()
    let after: ClockPlace | undefined
    let longest = 0
    do {
      const started = performance.now()
      const answer = await reconcile(after === undefined ? { full: true } : { full: true, after })
      longest = Math.max(longest, performance.now() - started)
      after = answer.after
      expect(answer.sleepMs).toBe(after === undefined ? 60_000 : 1)
    } while (after !== undefined)
    const ids = reached.map(({ type, id }) => `${type} ${id}`)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.sort()).toEqual((await everyClock(quiet.db)).map(({ type, id }) => `${type} ${id}`).sort())
    expect(ids).toHaveLength(CASES + 1)
    expect(Math.max(...steps)).toBeLessThanOrEqual(200)
    expect(longest).toBeLessThan(5_000)
    const [row] = await quiet.db.$queryRaw<{ report: object }[]>`select report from process where id = 'reconcile'`
    expect(row?.report).toEqual({
      ...{ stale: 0, overdue: 0, unknown: 0, nudged: 0, ensured: CASES + 1, left: 0, problems: 0, undelivered: 0 },
    })
  })

  it('and nudges as many at a time when all of them are stale, each once', async () => {
    await quiet.db.$executeRaw`update case_file set facts_version = 2`
    nudged.length = 0
    const reconcile = ask()
    let place: ReconcileScope = { full: true }
    let sleepMs = 1
    let steps = 0
    for (; sleepMs === 1; steps += 1) {
      const before = nudged.length
      const answer = await reconcile(place)
      expect(nudged.length - before).toBeLessThanOrEqual(200)
      sleepMs = answer.sleepMs
      place = { full: false, after: answer.after, late: answer.late }
    }
    const ids = nudged.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(CASES)
    expect(place).toEqual({ full: false })
    const [row] = await quiet.db.$queryRaw<{ report: object }[]>`select report from process where id = 'reconcile'`
    expect(row?.report).toMatchObject({ stale: CASES, overdue: 0, nudged: CASES })
    // Who was just nudged is left alone for a minute, and all are looked at in one step.
    nudged.length = 0
    expect(await reconcile({ full: false })).toEqual({ closed: false, sleepMs: 60_000, toStart: [] })
    expect(nudged).toEqual([])
  })

  it('and goes on in the middle of them', async () => {
    const type = 'caseTimeline'
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`
      select id::text from case_file order by id offset ${CASES / 2} limit 1`
    const late = { clock: { now: 0, scale: 0 }, rulesVersion: builtInRules().version, limit: 10 }
    const page = await lateClocks(quiet.db, { ...late, after: { type, id: row?.id ?? '' } })
    const next = await quiet.db.$queryRaw<{ id: string }[]>`
      select id::text from case_file where id > ${row?.id}::uuid order by id limit 10`
    expect(page).toEqual(next.map(({ id }) => ({ type, id, stale: true, overdue: false })))
  })
})
