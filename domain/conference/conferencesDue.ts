import type { LocalDate } from '@js-joda/core'
import { isOpen } from '../agenda/agenda'
import type { EventKind } from '../chronology/eventKinds'
import type { Obligation } from '../timeline/obligation'
import { conferenceHeld, conferenceKind, HELD_AGAIN, PAPERS, type ConferenceKind } from './conferenceKind'

/** One conference, or core group, for all children of a case for whom it runs from the same day. */
export interface ConferenceDue {
  readonly kind: ConferenceKind
  /** The day of the fact it runs from. */
  readonly triggerOn: LocalDate
  /** It is to be held again, because it was inquorate. */
  readonly again: boolean
  /** What it meets: one for each child. */
  readonly due: readonly [Obligation, ...Obligation[]]
  /** Its reports, its decision and its record. */
  readonly papers: readonly Obligation[]
}

/**
 * The conferences that the obligations of a case ask for, met and cancelled ones included, in the order in which they are due. `kindOf`: the kind of the fact
 * an obligation runs from. A report that belongs to no conference that is due (booked too early, or by mistake) is none of theirs.
 */
export function conferencesDue(
  obligations: readonly Obligation[],
  kindOf: (trigger: string) => EventKind | undefined,
  today: LocalDate,
): readonly ConferenceDue[] {
  const groups = new Map<string, Omit<ConferenceDue, 'papers'>>()
  for (const one of obligations) {
    const kind = conferenceKind(one.rule, kindOf(one.trigger))
    if (kind === undefined || one.notKnownFromImport) continue
    const again = one.rule === HELD_AGAIN
    const key = [kind, one.triggerOn.toString(), again].join('|')
    const group = groups.get(key)
    groups.set(key, {
      ...{ kind, triggerOn: one.triggerOn, again },
      due: group === undefined ? [one] : [...group.due, one],
    })
  }
  const found = [...groups.values()].map((group) => withoutBookingOf(group, [...groups.values()], today))
  const papers = new Map<object, Obligation[]>(found.map((group) => [group, []]))
  for (const one of obligations) {
    const of = paperOf(one, { found, kindOf, today })
    if (of !== undefined) papers.get(of)?.push(one)
  }
  return found.map((group) => ({ ...group, papers: papers.get(group) ?? [] }))
}

type Group = Omit<ConferenceDue, 'papers'>

/** A day that a meeting is to be held again on is not booked for the next one of the series too. */
function withoutBookingOf(group: Group, all: readonly Group[], today: LocalDate): Group {
  if (group.again) return group
  const again = all.filter((other) => other.again && other.kind === group.kind).flatMap(({ due }) => due)
  const isTaken = ({ subject, bookedFor }: Obligation): boolean =>
    bookedFor !== null &&
    again.some((one) => one.subject === subject && isOpen(one, today) && one.bookedFor?.equals(bookedFor) === true)
  const free = (one: Obligation): Obligation => (isTaken(one) ? { ...one, bookedFor: null } : one)
  const [first, ...others] = group.due
  return { ...group, due: [free(first), ...others.map(free)] }
}

interface Among {
  readonly found: readonly Group[]
  readonly kindOf: (trigger: string) => EventKind | undefined
  readonly today: LocalDate
}

/** The conference that a report, a decision or a record is of. */
function paperOf(paper: Obligation, { found, kindOf, today }: Among): Among['found'][number] | undefined {
  const about = PAPERS[paper.rule]
  if (about === undefined) return undefined
  if (about.from === 'held') {
    const kind = conferenceHeld(kindOf(paper.trigger))
    return found.find(
      (group) =>
        group.kind === kind && group.due.some(({ end }) => end.outcome === 'met' && end.on.equals(paper.triggerOn)),
    )
  }
  return found.find(
    ({ kind, due }) =>
      kind === about.of &&
      due.some((one) => one.subject === paper.subject && one.bookedFor !== null && isOpen(one, today)),
  )
}
