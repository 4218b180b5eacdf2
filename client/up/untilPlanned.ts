import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../prisma/database'

/** Waits until every case has a plan as new as its facts, or somebody stops it. Says how far it is every few seconds. */
export async function untilPlanned(db: Database, stopping: Promise<void>, say: (line: string) => void): Promise<void> {
  const stopped = stopping.then(() => 'stopped' as const)
  for (let look = 1; ; look += 1) {
    const [row] = await db.$queryRaw<{ waiting: bigint; total: bigint }[]>`
      select count(*) filter (where facts_version <> planned_version and problem is null) as waiting, count(*) as total from case_file`
    if ((row?.waiting ?? 0n) === 0n) return
    if (look % 25 === 0)
      say(`${String((row?.total ?? 0n) - (row?.waiting ?? 0n))} of ${String(row?.total ?? 0n)} cases planned`)
    if ((await Promise.race([stopped, wait(200)])) === 'stopped') return
  }
}
