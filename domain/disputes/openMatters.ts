import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../chronology/childHistory'
import { ruleVersions, type PolicySchedule } from '../policy/policySchedule'
import type { Obligation } from '../timeline/obligation'
import { firstStage } from '../timeline/rules/dispute'
import { disputeStages } from '../timeline/rules/disputeStages'
import { ruleOn } from '../timeline/stalls/ruleNumbers'
import type { FoldedCase } from '../timeline/timeline'

/** A professional dispute that nobody has resolved. */
export interface OpenDispute {
  /** The event that raised it. */
  readonly id: string
  readonly raisedOn: LocalDate
  readonly about: string | null
  readonly immediateRisk: boolean
  /** The stage that runs, of how many. */
  readonly stage: number
  readonly of: number
  /** Null where nothing asks for it any more: the case is closed. */
  readonly dueOn: LocalDate | null
}

/** Information that an agency was asked for and has not given. */
export interface OpenRequest {
  readonly id: string
  readonly askedOn: LocalDate
  readonly agency: string
  readonly what: string | null
  readonly dueOn: LocalDate | null
}

interface Around {
  readonly obligations: readonly Obligation[]
  readonly policy: PolicySchedule
}

type Folded = Pick<FoldedCase, 'all' | 'firstOf'>

/** The disputes of a case that are not resolved, in order, each with its stage. */
export function openDisputes(folded: Folded, { obligations, policy }: Around): readonly OpenDispute[] {
  const { all, firstOf } = folded
  const resolved = new Set(ofKind(all, 'dispute-resolved').map(({ data }) => firstOf(data.dispute)))
  return ofKind(all, 'dispute-raised')
    .filter(({ first }) => !resolved.has(first))
    .map((raised) => {
      const parts = ruleOn(ruleVersions(policy, 'dispute'), raised.on)?.parts ?? []
      const from = firstStage(raised, parts)
      const running = disputeStages(raised, folded, { over: null, last: Math.max(parts.length, 1), from }).at(-1)
      const { about = null, immediateRisk = false } = raised.data
      const stage = running?.number ?? from
      const due = obligations.find(
        ({ rule, part, trigger, end }) =>
          rule === 'dispute' && part === String(stage) && trigger === running?.began.first && end.outcome !== 'met',
      )
      const { id, on: raisedOn } = raised
      return { id, raisedOn, about, immediateRisk, stage, of: parts.length, dueOn: due?.dueOn ?? null }
    })
}

/** The requests for information of a case that are not answered, in order. */
export function openRequests(
  { all, firstOf }: Folded,
  { obligations }: Pick<Around, 'obligations'>,
): readonly OpenRequest[] {
  const answered = new Set(ofKind(all, 'information-answered').map(({ data }) => firstOf(data.request)))
  return ofKind(all, 'information-requested')
    .filter(({ first }) => !answered.has(first))
    .map(({ id, first, on, data: { agency, what = null } }) => {
      const due = obligations.find(({ rule, trigger }) => rule === 'information-request' && trigger === first)
      return { id, askedOn: on, agency, what, dueOn: due?.dueOn ?? null }
    })
}
