/** Names and shapes that workflows, activities and clients agree on. No imports: this file is part of the workflow bundle. */

export const TASK_QUEUE = 'caseclock'
export const MAIL_QUEUE = 'caseclock-mail'
export const NUDGE = 'nudge'

/** One workflow type for one kind of process; the id behind the slash is opaque. */
export const PROCESS_PREFIX = {
  caseTimeline: 'case/',
  stalledPlanEscalation: 'escalation/',
  planReview: 'review/',
  cppFollowUp: 'follow-up/',
  delivery: 'delivery/',
  groupSupervisionSession: 'session/',
  groupSupervisionYear: 'year/',
  importCaseload: 'import/',
  morningRound: 'round',
  reconcile: 'reconcile',
} as const

export type ProcessType = keyof typeof PROCESS_PREFIX

/** A process by type and id; `id` is empty for `morningRound` and `reconcile`, of which there is one. */
export interface ProcessName {
  readonly type: ProcessType
  readonly id: string
}

/** A process to start. */
export interface ToStart extends ProcessName {
  /** Real milliseconds until it has anything to do; at once when missing. A nudge wakes it before. */
  readonly afterMs?: number
}

export const workflowId = ({ type, id }: ProcessName): string => PROCESS_PREFIX[type] + id

/** What every ask answers. */
export interface Answer {
  /** Nothing ahead: the workflow ends. */
  readonly closed: boolean
  /** Real milliseconds, rounded up, 1 to 30 days; never missing (a missing one would wait for ever). */
  readonly sleepMs: number
  /** Processes that nobody has taken up yet. */
  readonly toStart: readonly ToStart[]
}

/** Search attributes of `case/…` workflows by name and type. The namespace has to know them before a worker takes work. */
export const SEARCH_ATTRIBUTES = { Team: 'Keyword', NextDue: 'Datetime', Late: 'Int' } as const

/** What a case is found by; null: not set. */
export interface CaseAttributes {
  /** The team's id. */
  readonly team: string | null
  /** ISO moment. */
  readonly nextDue: string | null
  /** Obligations. */
  readonly late: number | null
}

export interface PlanAnswer extends Answer {
  /** Missing in the histories of runs that were planned before cases had attributes. */
  readonly attributes?: CaseAttributes
}

export interface CaseId {
  readonly caseId: string
}
export interface EscalationId {
  readonly escalationId: string
}
export interface MessageId {
  readonly messageId: string
}
export interface TeamId {
  readonly teamId: string
}
export interface SessionId {
  readonly sessionId: string
}
/** A conference or core group that is due. */
export interface ReviewId {
  readonly reviewId: string
}
export interface FollowUpId {
  readonly followUpId: string
}
export interface ImportRunId {
  readonly runId: string
}
/** How far a look at every clock has come: the last process looked at, and how many so far. */
export interface ClockPlace extends ProcessName {
  readonly count: number
}
/** How far a look through what is late has come: the last process looked at, and what was found and done so far. */
export interface LatePlace extends ProcessName {
  readonly stale: number
  readonly overdue: number
  readonly nudged: number
}
/**
 * `full`: look at every clock, not only at those that look late. `after`: go on with that, from there. `late`: go on from there with what is late.
 */
export interface ReconcileScope {
  readonly full: boolean
  readonly after?: ClockPlace | undefined
  readonly late?: LatePlace | undefined
}

export interface ReconcileAnswer extends Answer {
  /** There are more clocks to look at. Missing at the end, and in the histories of runs that looked at all of them in one step. */
  readonly after?: ClockPlace | undefined
  /** There is more that is late. Missing at the end, and in the histories of runs that read all of it in each step. */
  readonly late?: LatePlace | undefined
}

/** How far a big round has come. */
export interface RoundPlace {
  /** The last reader whose digest was tried: a person's id. */
  readonly reader: string
  /** Readers so far whose digest could not be written. */
  readonly failed: number
  /** Cases that were behind at one of its pieces: the most. */
  readonly behind: number
}
/** `after`: go on with the round, from there. */
export interface RoundScope {
  readonly after?: RoundPlace
}

export interface RoundAnswer extends Answer {
  /** There are more readers. Missing at the end, and in the histories of runs that began every piece with the first. */
  readonly after?: RoundPlace
}

export interface PlanningActivities {
  planTimeline(args: CaseId): Promise<PlanAnswer>
  climb(args: EscalationId): Promise<Answer>
  advanceReview(args: ReviewId): Promise<Answer>
  advanceFollowUp(args: FollowUpId): Promise<Answer>
  planSupervisionYear(args: TeamId): Promise<Answer>
  advanceSession(args: SessionId): Promise<Answer>
  holdMorningRound(args?: RoundScope): Promise<RoundAnswer>
  reconcile(args: ReconcileScope): Promise<ReconcileAnswer>
}

export interface ImportActivities {
  advanceImport(args: ImportRunId): Promise<Answer>
}

export interface MailActivities {
  deliverMessage(args: MessageId): Promise<Answer>
}
