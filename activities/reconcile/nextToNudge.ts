import type { Database } from '../../prisma/database'
import type { LatePlace, ProcessName } from '../../workflows/protocol'
import type { ClockReading } from '../clock'
import { realNow } from '../realNow'
import { lateClocks } from './lateClocks'

/** Processes of one question. */
const PAGE = 500
/** Real milliseconds for one look: most of what is late may have been nudged a moment ago. */
const LOOK_MS = 2_000

interface Looking {
  readonly clock: ClockReading
  readonly rulesVersion: string
  /** Where the step before this one ended. */
  readonly from: LatePlace | undefined
  /** Nudges of this step. */
  readonly atMost: number
  readonly mayNudge: (name: ProcessName) => boolean
}

type Counts = Omit<LatePlace, keyof ProcessName>

interface ToNudge {
  readonly nudging: readonly ProcessName[]
  /** Of this look through all that is late, so far. */
  readonly counts: Counts
  /** There is more to look at. */
  readonly late?: LatePlace
}

/** Whom to nudge next of all that is late, going on where the step before ended: the whole of it is read once, however many steps it takes. */
export async function nextToNudge(
  db: Database,
  { clock, rulesVersion, from, atMost, mayNudge }: Looking,
): Promise<ToNudge> {
  const nudging: ProcessName[] = []
  const counts = { stale: from?.stale ?? 0, overdue: from?.overdue ?? 0, nudged: from?.nudged ?? 0 }
  const until = realNow() + LOOK_MS
  let place: ProcessName | undefined = from
  for (;;) {
    const page = await lateClocks(db, { clock, rulesVersion, after: place, limit: PAGE })
    for (const { type, id, stale, overdue } of page) {
      place = { type, id }
      if (stale) counts.stale += 1
      if (overdue) counts.overdue += 1
      if (!mayNudge(place)) continue
      nudging.push(place)
      counts.nudged += 1
      if (nudging.length === atMost) return { nudging, counts, late: { ...place, ...counts } }
    }
    if (place === undefined || page.length < PAGE) return { nudging, counts }
    if (realNow() >= until) return { nudging, counts, late: { ...place, ...counts } }
  }
}
