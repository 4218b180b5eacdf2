import type { LocalDate } from '@js-joda/core'
import type { Database } from '../../prisma/database'
import type { Refusal } from '../commands/command'
import { mayRunAuthorityProblem } from '../commands/mayRunAuthorityProblem'
import { usedCommand } from '../commands/usedCommand'
import { refusedAs } from './refusedAs'

interface Early {
  /** Undefined for whoever only looks ahead: that may anybody. */
  readonly actor: { readonly id: string } | undefined
  readonly commandId: string
  readonly day: LocalDate
  /** What they want to do, as the sentence that refuses it says it. */
  readonly what: string
  readonly problem: () => Promise<Refusal | undefined>
}

/**
 * Ends a command that would be refused before a whole caseload is compared for it. The command itself asks again, in its transaction; it alone answers
 * one that was sent before.
 */
export async function refuseEarly(db: Database, { actor, commandId, day, what, problem }: Early): Promise<void> {
  if (actor !== undefined) {
    const notAllowed = await mayRunAuthorityProblem(db, { actorId: actor.id, day, what })
    if (notAllowed !== undefined) throw refusedAs({ refused: 'not-allowed', todo: notAllowed })
    if ((await usedCommand(db, commandId)) !== undefined) return
  }
  const refusal = await problem()
  if (refusal !== undefined) throw refusedAs(refusal)
}
