import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../prisma/database'

/** Real milliseconds without progress after which it goes on: one case that cannot be planned is not in the others' way. */
const PATIENCE_MS = 20_000
const LOOK_MS = 200

/** Waits until every case has a plan as new as its facts, or somebody stops it. Says how far it is, and which could not be planned. */
export async function untilPlanned(db: Database, stopping: Promise<void>, say: (line: string) => void): Promise<void> {
  const stopped = stopping.then(() => 'stopped' as const)
  let last = -1
  for (let look = 1, quiet = 0; quiet * LOOK_MS < PATIENCE_MS; look += 1, quiet += 1) {
    const [row] = await db.$queryRaw<{ waiting: number; total: number }[]>`
      select count(*) filter (where facts_version <> planned_version and problem is null)::int as waiting, count(*)::int as total from case_file`
    const waiting = row?.waiting ?? 0
    if (waiting === 0) return
    if (waiting !== last) quiet = 0
    last = waiting
    if (look % 25 === 0) say(`${String((row?.total ?? 0) - waiting)} of ${String(row?.total ?? 0)} cases planned`)
    if ((await Promise.race([stopped, wait(LOOK_MS)])) === 'stopped') return
  }
  const refs = await db.$queryRaw<
    { ref: string }[]
  >`select ref from case_file where facts_version <> planned_version order by ref limit 10`
  say(
    `not planned yet: ${refs.map(({ ref }) => ref).join(', ')}. They are tried again without end; the worker's log says why.`,
  )
}
