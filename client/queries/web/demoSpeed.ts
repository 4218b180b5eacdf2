import { readClock } from '../../../activities/clock'
import type { Database } from '../../../prisma/database'

/** How fast the authority's clock goes: its milliseconds for each real one. */
export const demoSpeed = async (db: Database): Promise<number> => (await readClock(db)).scale
