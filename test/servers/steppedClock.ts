import { setTimeout as wait } from 'node:timers/promises'
import { readClock } from '../../activities/clock'
import { lateClocks } from '../../activities/reconcile/lateClocks'
import { ruleBook, rulesInForce } from '../../activities/planning/rulesInForce'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import { setClock } from '../../client/commands/setClock'
import type { ProcessName } from '../../workflows/protocol'
import type { TestTown } from './testTown'

const NUDGE_AGAIN_MS = 15_000
const rules = rulesInForce()

/** Waits until everything that is due has asked: nothing has a moment before now, facts newer than its plan, an escalation not taken up, or a message on its way. Messages held back are not on their way. */
export async function untilAllHaveAsked(town: TestTown): Promise<void> {
  await town.processes.nudge(await due(town))
  for (let waited = 0; ; waited += 10) {
    const waiting = await due(town)
    if (waiting.length === 0) return
    if (waited > 0 && waited % NUDGE_AGAIN_MS === 0) await town.processes.nudge(waiting)
    await wait(10)
  }
}

/** Moves the clock to a moment, step by step: to the earliest next moment of anything, until all have asked, again. Exact to the millisecond. */
export async function stepTo(town: TestTown, until: number): Promise<void> {
  await untilAllHaveAsked(town)
  for (;;) {
    const next = await earliest(town)
    if (next === null || next > until) break
    await setClock(town, { to: next, nudge: 'none' })
    await untilAllHaveAsked(town)
  }
  await setClock(town, { to: until, nudge: 'none' })
  await untilAllHaveAsked(town)
}

/** Moves the clock to a moment at once, and waits until all that has become due has asked: exact to the day where it is called morning by morning, and several times quicker. */
export async function jumpTo(town: TestTown, to: number): Promise<void> {
  await setClock(town, { to, nudge: 'none' })
  await untilAllHaveAsked(town)
}

async function due({ db }: TestTown): Promise<ProcessName[]> {
  const clock = await readClock(db)
  const { version } = await rules(db, londonDay(clock.now))
  const messages = await db.$queryRaw<ProcessName[]>`
    select 'delivery' as type, id::text from message
    where state in ('sending', 'unknown') or (not (select sending_held from authority where id = 1)
      and (state = 'unsent' or (state = 'created' and next_moment <= ${new Date(clock.now).toISOString()}::timestamptz)))`
  const escalations = await db.$queryRaw<
    ProcessName[]
  >`select 'stalledPlanEscalation' as type, id::text from escalation where state = 'open' and not taken_up`
  return [...(await lateClocks(db, { clock, rulesVersion: version, limit: 1_000_000 })), ...escalations, ...messages]
}

async function earliest({ db }: TestTown): Promise<number | null> {
  const [row] = await db.$queryRaw<{ next: Date | null }[]>`
    select min(next_moment) as next from (
      select next_moment from case_file union all select next_moment from session union all select next_moment from supervision_year
      union all select next_moment from conference union all select next_moment from follow_up union all select next_moment from escalation where state = 'open'
      union all select next_moment from message where state = 'created' and not (select sending_held from authority where id = 1) union all select next_moment from process) all_of_them`
  // Nothing sleeps until the day of a new version: reconcile wakes every case within a minute of it.
  const { now } = await readClock(db)
  const { schedule } = await ruleBook(db)
  const days = schedule.versions.flatMap(({ from }) => (from === null ? [] : [londonMoment(from, 0)]))
  const moments = [...days.filter((moment) => moment > now), ...(row?.next ? [row.next.getTime()] : [])]
  return moments.length === 0 ? null : Math.min(...moments)
}
