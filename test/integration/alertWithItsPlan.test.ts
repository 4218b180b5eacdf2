import { MockActivityEnvironment } from '@temporalio/testing'
import { Client } from 'pg'
import { makePlanTimeline } from '../../activities/planTimeline'
import { readClock } from '../../activities/clock'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { setClock } from '../../client/commands/setClock'
import type { ProcessName, ToStart } from '../../workflows/protocol'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

/** An assessment is due 45 working days after 2 February 2026: on 8 April. Its manager is told on 9 April. */
describe('an alert is told with the plan that opens it', () => {
  let quiet: QuietTown
  let caseId: string
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    const rows = await quiet.db.$queryRaw<{ id: string }[]>`select id from case_file`
    caseId = rows[0]?.id ?? ''
    await quiet.moveTo('2026-04-09')
  })
  afterEach(() => quiet.stop())

  const planned = (
    reached: (names: readonly ToStart[]) => number,
    nudged: (names: readonly ProcessName[]) => void = () => undefined,
  ) =>
    makePlanTimeline({
      ...{ db: quiet.db, rules: rulesInForce(), problemAfterMs: 0 },
      processes: {
        nudge: (names) => {
          nudged(names)
          return Promise.resolve(names.length)
        },
        ensure: (names) => Promise.resolve(reached(names)),
      },
    })({ caseId })
  const written = () =>
    quiet.db.$queryRaw<{ lane: string; role: string; has_mail: boolean }[]>`
      select lane, role, message_id is not null as has_mail from notice order by lane, role`
  const alerts = () =>
    quiet.db.$queryRaw<{ id: string; taken_up: boolean; problem: string | null }[]>`
      select id, taken_up, problem from escalation where state = 'open'`
  const TOLD = [
    { lane: 'at-once', role: 'team-manager', has_mail: true },
    { lane: 'digest', role: 'social-worker', has_mail: false },
  ]

  it('before any process of its own has started, and once however often it is planned', async () => {
    await planned(() => 0)
    expect(await written()).toEqual(TOLD)
    expect(await alerts()).toEqual([{ id: expect.any(String) as string, taken_up: false, problem: null }])
    await planned(() => 0)
    await quiet.plan()
    expect(await written()).toEqual(TOLD)
    expect((await alerts()).map((alert) => alert.taken_up)).toEqual([true])
  })

  it('has a process from then on, which sleeps until it has more to say', async () => {
    const started: ToStart[] = []
    const nobody = { nudge: () => Promise.resolve(0), ensure: () => Promise.resolve(0) }
    await setClock({ db: quiet.db, processes: nobody }, { scale: 1, nudge: 'none' })
    const ask = () =>
      planned((names) => {
        started.push(...names.filter(({ type }) => type === 'stalledPlanEscalation'))
        return names.length
      })
    await ask()
    const [alert] = await alerts()
    expect(alert?.taken_up).toBe(true)
    const [row] = await quiet.db.$queryRaw<{ next_moment: Date }[]>`select next_moment from escalation`
    const { now } = await readClock(quiet.db)
    const sleeps = (row?.next_moment.getTime() ?? NaN) - now
    expect(started).toEqual([{ type: 'stalledPlanEscalation', id: alert?.id, afterMs: expect.any(Number) as number }])
    expect(Math.abs((started[0]?.afterMs ?? NaN) - sleeps)).toBeLessThan(60_000)
    await ask()
    expect(started).toHaveLength(1)
  })

  it('says what has come to it since with the plan too, and wakes the process that slept for longer', async () => {
    const woken: string[] = []
    const plan = () =>
      planned(
        () => 0,
        (names) => woken.push(...names.map(({ id }) => id)),
      )
    await quiet.plan()
    await plan()
    expect(woken).toEqual([])
    const [alert] = await alerts()
    await quiet.moveTo('2026-04-16')
    await plan()
    expect((await written()).filter(({ lane }) => lane === 'at-once').map(({ role }) => role)).toEqual([
      'service-manager',
      'team-manager',
    ])
    expect(woken).toEqual([alert?.id])
    await plan()
    expect(woken).toHaveLength(1)
  })

  it('leaves to the workflow what it could not start itself, mail first, and nothing else', async () => {
    const asked: ProcessName[][] = []
    const ask = (reached: number) =>
      planned((names) => {
        asked.push([...names])
        return reached
      })
    const types = (names: readonly ProcessName[]) => names.map(({ type }) => type)
    expect(types((await ask(1)).toStart)).toEqual(['delivery', 'stalledPlanEscalation'])
    expect(types((await ask(2)).toStart)).toEqual([])
    expect(asked.map(types)).toEqual([
      ['delivery', 'stalledPlanEscalation'],
      ['delivery', 'stalledPlanEscalation'],
    ])
  })

  it('misses nothing else of the case when it cannot be told: its own process asks again, and shows it', async () => {
    const owner = new Client({ connectionString: quiet.town.url })
    await owner.connect()
    await owner.query(`
      create function no_entry() returns trigger language plpgsql as $$ begin raise exception 'no entry today'; end $$;
      create trigger no_entry before insert on escalation_entry for each row execute function no_entry()`)
    const { toStart } = await planned(() => 0)
    expect(toStart.map(({ type }) => type)).toEqual(['stalledPlanEscalation'])
    expect((await written()).map(({ role }) => role)).toEqual(['social-worker'])
    const [alert] = await alerts()
    const environment = new MockActivityEnvironment({ scheduledTimestampMs: 0 })
    await expect(environment.run(() => quiet.planning.climb({ escalationId: alert?.id ?? '' }))).rejects.toThrow(
      'no entry today',
    )
    expect((await alerts()).map(({ problem }) => problem)).toEqual([expect.stringContaining('Error')])
    await owner.query('drop trigger no_entry on escalation_entry')
    await owner.end()
    await quiet.plan()
    expect(await written()).toEqual(TOLD)
  })

  it('nor when somebody is in its way for as long as anybody waits', async () => {
    const holder = new Client({ connectionString: quiet.town.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query('lock table escalation_entry in exclusive mode')
    const { toStart } = await planned(() => 0)
    await holder.query('rollback')
    await holder.end()
    expect(toStart.map(({ type }) => type)).toEqual(['stalledPlanEscalation'])
    expect((await alerts()).map((alert) => alert.taken_up)).toEqual([false])
    expect((await written()).map(({ role }) => role)).toEqual(['social-worker'])
    await quiet.plan()
    expect(await written()).toEqual(TOLD)
  })
})
