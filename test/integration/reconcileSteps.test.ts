import type { Processes } from '../../activities/deps'
import { makeReconcile } from '../../activities/reconcileClocks'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { everyClock } from '../../activities/reconcile/everyClock'
import type { ClockPlace, ProcessName } from '../../workflows/protocol'
import { addPeople } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const CASES = 5_000

describe(`reconcile looks at the clocks of ${String(CASES)} cases`, () => {
  let quiet: QuietTown
  const reached: ProcessName[] = []
  const steps: number[] = []
  const nudges: number[] = []
  const processes: Processes = {
    nudge: (names) => Promise.resolve(nudges.push(names.length)),
    ensure: (names) => {
      if (names.length > 0) steps.push(names.length)
      return Promise.resolve(reached.push(...names))
    },
  }
  beforeAll(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    const { version } = rulesInForce()
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
      ...{ stale: 0, overdue: 0, unknown: 0, nudged: 0, ensured: CASES + 1, problems: 0, undelivered: 0 },
    })
  })

  it('and nudges as many at a time when all of them are stale', async () => {
    await quiet.db.$executeRaw`update case_file set facts_version = 2`
    const reconcile = ask()
    await reconcile({ full: true }) // the first look of a worker
    nudges.length = 0
    let sleepMs = 1
    for (let asked = 0; sleepMs === 1 && asked < 100; asked += 1) {
      const place: ClockPlace = { type: 'stalledPlanEscalation', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', count: 0 }
      if (asked === 0) await reconcile({ full: true, after: place }) // ends the look at every clock
      ;({ sleepMs } = await reconcile({ full: false }))
    }
    expect(Math.max(...nudges)).toBeLessThanOrEqual(200)
    expect(nudges.reduce((sum, count) => sum + count, 0)).toBe(CASES - 200)
    expect(sleepMs).toBe(60_000)
  })
})
