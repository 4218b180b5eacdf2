import { holdsOneOf, isManagerOf, mayAnswer, mayRecord, type Reach, type Scope } from '../access/mayAct'
import type { KnownPerson } from '../access/whoStandsFor'
import type { Rung } from '../policy/policyPack'

/** What can be said to an alert. */
export const ALERT_ANSWERS = ['acknowledge', 'promise', 'more-time', 'pass-up', 'withdraw', 'challenge'] as const

export type AlertAnswer = (typeof ALERT_ANSWERS)[number]

/** Who would answer which alert. */
export interface WhoAnswers {
  readonly person: KnownPerson
  /** In whose place they stand today. */
  readonly covered: readonly KnownPerson[]
  readonly reach: Reach
  /** How much of the case they may act on; not `nothing`. */
  readonly scope: Scope
  /** The rule of its matter. */
  readonly rule: string
  readonly ladder: readonly Rung[]
  /** Who was told, or passed over, on which rung. */
  readonly told: readonly {
    readonly rung: number
    readonly personId: string | null
    readonly entry: 'told' | 'skipped'
  }[]
  /** They, or one they cover for, are the worker of a child of the case today. */
  readonly holdsToday: boolean
}

/** Whoever is neither a manager nor told may answer only as the worker who holds the case. */
export const ONLY_THESE =
  'Only who was told of this alert, the worker who holds the case today, or a manager of its team may answer it.'

/**
 * Why this person may not give this answer, or undefined when they may. A manager of the case's team, or above it, may while the role runs; whoever covers answers as those they
 * cover for would; whoever was told and still stands for the case, and the worker who holds it today, may, for that moves the ladder. Police answer what police are told of, and the
 * manager of the team to which the case is being handed what concerns the handover.
 */
export function answerProblem(answer: AlertAnswer, who: WhoAnswers): string | undefined {
  const { person, covered, reach, scope, rule, told, holdsToday } = who
  if (!mayAnswer(scope, rule))
    return scope === 'police-track'
      ? 'Police answer alerts about safety plans and cautions only. Ask the team manager of this case.'
      : 'The manager of the team to which a case is being handed answers alerts about the handover only. Ask the team manager of this case.'
  if (answer === 'challenge' && !mayRecord(scope, 'dispute-raised'))
    return 'A dispute is raised by those who work with the whole case. Give another answer, or ask the team manager of this case.'
  if (HOLDS_UP.has(answer) && !mayHoldUp(who))
    return 'Somebody above has been told since. Only they, or whoever stands above them, can hold this up now: record what happened, or pass it up.'
  if (isManagerOf(person, reach, covered)) return undefined
  if (answer === 'withdraw')
    return 'Only a manager of the team of this case, or of one above it, may withdraw an alert, and only while that role runs. Record what happened instead, or ask the team manager.'
  const standsFor = [person, ...covered].map(({ id }) => id)
  if (told.some(({ entry, personId }) => entry === 'told' && personId !== null && standsFor.includes(personId)))
    return undefined
  return holdsToday ? undefined : ONLY_THESE
}

/** Answers that make the next person wait. */
const HOLDS_UP: ReadonlySet<AlertAnswer> = new Set(['acknowledge', 'promise', 'more-time'])

/** Once a second rung has been told: whoever was told on the one that spoke last, or holds a role on it or above. Nobody below can hold it up again. */
function mayHoldUp({ person, covered, reach, ladder, told }: WhoAnswers): boolean {
  const top = Math.max(0, ...told.map(({ rung }) => rung))
  if (top < 2) return true
  const last = told.filter(({ rung, entry }) => rung === top && entry === 'told').map(({ personId }) => personId)
  if (last.length === 0 || [person, ...covered].some(({ id }) => last.includes(id))) return true
  return holdsOneOf(new Set(ladder.slice(top - 1).map(({ role }) => role)), { person, covered, reach })
}
