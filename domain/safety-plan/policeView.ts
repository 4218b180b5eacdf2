import type { LocalDate } from '@js-joda/core'
import type { PlanBreach } from './planBreaches'
import type { PlanCaution } from './planCautions'
import type { PlanClock } from './planClocks'
import { LINE_ID, type PlanDomain } from './planDomains'
import type { PlanState } from './planState'
import type { Duty } from './roles'

/** What police see of a safety plan (handbook 1 and 7): whether each line is kept, and the deadlines. Days, and words from fixed lists; nothing that anybody typed. */
export interface PoliceView {
  readonly state: PlanState['state']
  /** The version of the plan; null where none is written. */
  readonly version: number | null
  readonly lines: readonly PoliceLine[]
  readonly deadlines: readonly PlanClock[]
  readonly breaches: readonly PoliceBreach[]
  readonly cautions: readonly PlanCaution[]
}

export interface PoliceLine {
  readonly line: string
  readonly domain: PlanDomain
  /** Whose part it is, by role. */
  readonly duty: Duty
  readonly by: string
  readonly kept: 'yes' | 'partly' | 'no' | 'not-reviewed'
  readonly reviewedOn: LocalDate | null
}

export interface PoliceBreach extends Pick<PlanBreach, 'id' | 'on' | 'waitsFor'> {
  /** Null where the breach names none of the lines. */
  readonly line: string | null
  readonly passedOn: readonly { readonly on: LocalDate; readonly to: PlanBreach['passedOn'][number]['to'] }[]
  readonly decided: { readonly on: LocalDate; readonly decision: string } | null
}

/**
 * Made field by field from what police may see, so that a field added to the plan is not seen by mistake. A line is known by its name, as the signed copy has it: its words may
 * hold names, services and addresses.
 */
export function policeView({ state, document, lines, clocks, breaches, cautions }: PlanState): PoliceView {
  return {
    state,
    version: document?.number ?? null,
    lines: lines.map(({ id, domain, duty, by, reviews }) => {
      const last = reviews.at(-1)
      return { line: id, domain, duty, by, kept: last?.kept ?? 'not-reviewed', reviewedOn: last?.on ?? null }
    }),
    deadlines: clocks.map(({ clock, line, dueOn, state: stands }) => ({ clock, line, dueOn, state: stands })),
    breaches: breaches.map(({ id, on, line, passedOn, decided, waitsFor }) => ({
      ...{ id, on, waitsFor },
      line: line !== null && LINE_ID.test(line) ? line : null,
      passedOn: passedOn.map((step) => ({ on: step.on, to: step.to })),
      decided: decided === null ? null : { on: decided.on, decision: decided.decision },
    })),
    cautions: cautions.map(({ id, givenOn, dueOn, state: stands, askOn, askedOn, ended }) => ({
      ...{ id, givenOn, dueOn, state: stands, askOn, askedOn },
      ended: ended === null ? null : { on: ended.on, result: ended.result },
    })),
  }
}
