import type { LocalDate } from '@js-joda/core'
import { isOpen } from '../../domain/agenda/agenda'
import { conferencesDue, type ConferenceDue } from '../../domain/conference/conferencesDue'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import { isFollowUp } from '../../domain/followup/isFollowUp'
import { keyOf, type Obligation } from '../../domain/timeline/obligation'

/** What of a plan is kept by processes of their own. */
export interface KeptElsewhere {
  /** Those that wait for anybody: a meeting that is due, or its papers. */
  readonly conferences: readonly ConferenceDue[]
  readonly over: readonly ConferenceDue[]
  readonly followUps: readonly Obligation[]
  /** All of it that is open, by key. */
  readonly keys: ReadonlySet<string>
}

/** The conferences and follow-ups of a case on a day. */
export function keptElsewhere(
  obligations: readonly Obligation[],
  facts: Pick<CaseFacts, 'events'>,
  today: LocalDate,
): KeptElsewhere {
  const kinds = new Map(facts.events.map(({ id, kind }) => [id, kind]))
  const all = conferencesDue(obligations, (trigger) => kinds.get(trigger), today)
  const waits = ({ due, papers }: ConferenceDue): boolean => [...due, ...papers].some((one) => isOpen(one, today))
  const conferences = all.filter(waits)
  const followUps = obligations.filter((one) => isFollowUp(one.rule) && isOpen(one, today))
  const open = [...conferences.flatMap(({ due, papers }) => [...due, ...papers]), ...followUps]
  return {
    ...{ conferences, followUps, over: all.filter((one) => !waits(one)) },
    keys: new Set(open.filter((one) => isOpen(one, today)).map(keyOf)),
  }
}
