import type { LocalDate } from '@js-joda/core'
import { loadFacts } from '../../activities/planning/loadFacts'
import type { CaseRow } from '../../activities/planning/lockCase'
import type { EventKind } from '../../domain/chronology/eventKinds'
import { knownOn } from '../../domain/chronology/knownOn'
import { canMisfit, misfitOf } from '../../domain/chronology/misfits/misfitOf'
import type { Proposed } from '../../domain/chronology/misfits/proposed'
import type { Transaction } from '../../prisma/database'
import type { Refusal } from './command'

/** Of what a person is about to record; its payload has passed its kind's schema. */
export interface ToRecord {
  readonly kind: EventKind
  readonly on: LocalDate
  readonly data: unknown
  readonly children?: readonly string[]
  readonly supersedes?: string
  readonly void?: boolean
  /** Whoever records it acts for the police: that they are involved needs no other fact. */
  readonly byPolice?: boolean
}

/** The refusal of a fact that cannot be so beside those that stand; undefined where it can. The case is locked. */
export async function misfitProblem(
  tx: Transaction,
  { row, today, event }: { readonly row: CaseRow; readonly today: LocalDate; readonly event: ToRecord },
): Promise<Refusal | undefined> {
  if (event.void === true || !canMisfit(event.kind)) return undefined
  const todo = misfitOf(knownOn(await loadFacts(tx, row), today), event as Proposed)
  return todo === undefined ? undefined : { refused: 'bad-data', todo: `${todo} Nothing was saved.` }
}
