import { knownOn } from '../../../domain/chronology/knownOn'
import { londonDay } from '../../../domain/calendar/london'
import type { Transaction } from '../../../prisma/database'
import { followFacts } from '../../planning/followFacts'
import { loadFactsNow } from '../../planning/loadFacts'
import { lockCase } from '../../planning/lockCase'

/**
 * Team, open and who holds a case follow what an import wrote on it in the same transaction: whoever lost the case sees it no more from then on, and whoever got it does, however
 * late the plan is that the import asks for. A case that an import has just made can be lost by nobody: its first plan says who holds it.
 */
export async function followCase(tx: Transaction, caseId: string): Promise<void> {
  const row = await lockCase(tx, caseId)
  if (row === undefined) return
  const { clock, facts, held } = await loadFactsNow(tx, row)
  await followFacts(tx, row, knownOn(facts, londonDay(clock.now)), held)
}
