import type { LocalDate } from '@js-joda/core'
import type { NewEntry } from '../../../activities/escalation/appendEntry'
import type { EscalationRow } from '../../../activities/escalation/lockEscalation'
import type { CaseRow } from '../../../activities/planning/lockCase'
import type { Rules } from '../../../activities/planning/rules'
import type { LadderEntry } from '../../../domain/escalation/ladder'
import type { EscalationNumbers, Rung } from '../../../domain/policy/policyPack'
import type { Transaction } from '../../../prisma/database'
import type { Refusal } from '../command'
import type { AnswerEscalation } from '../answerEscalation'

/** An open alert that somebody who may do so answers, with its case and itself locked. */
export interface Answering {
  readonly tx: Transaction
  readonly command: AnswerEscalation
  readonly row: CaseRow
  readonly escalation: EscalationRow
  readonly entries: readonly LadderEntry[]
  /** The rung that spoke last; 1 before the first, which is what is answered then. */
  readonly rung: number
  readonly ladder: readonly Rung[]
  readonly numbers: EscalationNumbers
  readonly rules: Rules
  readonly today: LocalDate
  readonly now: number
  /** Puts the answer on the log of the alert, with who gave it and when. */
  readonly log: (
    entry: NewEntry['entry'],
    more?: Pick<NewEntry, 'until' | 'ownerId'> & { readonly reason?: string },
  ) => Promise<number>
}

/** What one answer does; a refusal leaves everything as it was. */
export type AnswerGiven = (answering: Answering) => Promise<Refusal | undefined>

export const refuse = (refused: Refusal['refused'], todo: string): Refusal => ({ refused, todo })

/** Whether nobody further is told after the rung that spoke last. */
export const isAtTop = ({ rung, ladder }: Pick<Answering, 'rung' | 'ladder'>): boolean => ladder[rung] === undefined
