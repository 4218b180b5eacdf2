import { readClock } from '../../../activities/clock'
import { loadFacts, type CaseOf } from '../../../activities/planning/loadFacts'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { londonDay } from '../../../domain/calendar/london'
import { knownOn } from '../../../domain/chronology/knownOn'
import { foldCase } from '../../../domain/timeline/timeline'
import type { Database } from '../../../prisma/database'
import { earlierDecisions, type EarlierDecision } from './earlierDecisions'

/** What was decided when a case was last closed, for a page that no reader is named for: of an earlier case only where everybody may open it. */
export async function earlierOnCase(db: Database, row: CaseOf): Promise<readonly EarlierDecision[]> {
  const { now } = await readClock(db)
  const today = londonDay(now)
  const rules = await rulesInForce()(db, today)
  const folded = foldCase(knownOn(await loadFacts(db, row), today))
  return earlierDecisions(db, { ref: row.ref, folded, rules, today, readerId: null })
}
