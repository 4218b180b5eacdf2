import { loadFacts } from '../../../activities/planning/loadFacts'
import { rolledBack } from '../../../activities/import/run/rolledBack'
import type { LocalDate } from '@js-joda/core'
import { knownOn } from '../../../domain/chronology/knownOn'
import { timeline } from '../../../domain/timeline/timeline'
import { whatItSets, type WhatItSets } from '../../../domain/timeline/whatItSets'
import type { Obligation } from '../../../domain/timeline/obligation'
import type { Database, Transaction } from '../../../prisma/database'
import { rulesNow } from '../../queries/web/rulesNow'
import type { ReadableCase } from '../../queries/reading/readableCase'
import type { Refusal } from '../command'

interface Looking {
  readonly today: LocalDate
  /** The command itself, in the transaction that is taken back. */
  readonly act: (tx: Transaction) => Promise<{ readonly accepted: true } | Refusal>
}

/**
 * What a command would set, meet and end, by the very command and the very rules: done in a transaction that is taken back, so that nothing is written, and whatever
 * the command refuses is refused here in the same words.
 */
export async function setsAhead(
  db: Database,
  about: ReadableCase,
  { today, act }: Looking,
): Promise<WhatItSets | Refusal> {
  let found: WhatItSets | Refusal = { meets: [], sets: [], moves: [], ends: [] }
  const { policy, calendar } = await rulesNow(db, today)
  await rolledBack(db, async (tx) => {
    const obligations = async (): Promise<readonly Obligation[]> =>
      timeline(knownOn(await factsNow(tx, about), today), policy, calendar).obligations
    const before = await obligations()
    const answer = await act(tx)
    if ('refused' in answer) found = answer
    else found = whatItSets({ before, after: await obligations(), policy, today })
  })
  return found
}

/** Its team may be another by what was recorded, and its facts are. */
const factsNow = async (tx: Transaction, { id, ref, live_since }: ReadableCase) => {
  const [row] = await tx.$queryRaw<{ team_id: string | null }[]>`
    select team_id::text from case_file where id = ${id}::uuid`
  return loadFacts(tx, { id, ref, live_since, team_id: row?.team_id ?? null })
}
