import type { ProcessName, ToStart } from '../workflows/protocol'
import type { Database } from '../prisma/database'
import type { RulesInForce } from './planning/rulesInForce'
import type { TakeRunOn } from './import/run/advanceRun'
import type { MailTransport } from './mail/mailTransport'

/** What activities are handed. Only an entry point (worker, command line) makes these. */
export interface PlanningDeps {
  readonly db: Database
  readonly rules: RulesInForce
  readonly processes: Processes
  /** Real milliseconds an ask may keep failing before a person is told. */
  readonly problemAfterMs: number
}

export interface ImportDeps {
  readonly db: Database
  readonly takeRunOn: TakeRunOn
  /** Real milliseconds an ask may keep failing before a person is told. */
  readonly problemAfterMs: number
}

export interface MailDeps {
  readonly db: Database
  readonly rules: RulesInForce
  readonly transport: MailTransport
  readonly processes: Processes
  readonly links: Links
  /** Real milliseconds an ask may keep failing before a person is told. */
  readonly problemAfterMs: number
}

/** Reaching the clocks. Signals carry nothing; a process that is gone is started. */
export interface Processes {
  /** Wakes each, starting what is not running. Never throws: answers how many could be reached; the rest is `reconcile`'s work. */
  nudge(names: readonly ProcessName[]): Promise<number>
  /**
   * Starts those that are not running and leaves the others untouched. `an-ask`: the ask of a process waits for it, so that it gives up early; else nobody
   * does, and each is tried.
   */
  ensure(names: readonly ToStart[], waits?: 'an-ask'): Promise<number>
}

/** Addresses that mails may point to. */
export interface Links {
  readonly caseLink: (ref: string) => string
  /** Where an alert is answered, by its id. */
  readonly alertLink: (escalationId: string) => string
  /** The page of a session of group supervision, by its id. */
  readonly sessionLink: (sessionId: string) => string
  /** The year of a team, by its id. */
  readonly yearLink: (teamId: string) => string
  readonly preferencesLink: string
}
