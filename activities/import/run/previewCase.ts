import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { agenda, isOpen } from '../../../domain/agenda/agenda'
import { caseMinute } from '../../../domain/agenda/caseMinute'
import { londonDay, londonMoment } from '../../../domain/calendar/london'
import { isWorkingDay } from '../../../domain/calendar/workingDays'
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Obligation } from '../../../domain/timeline/obligation'
import { timeline } from '../../../domain/timeline/timeline'
import type { NewEvent } from '../../chronology/appendEvents'
import type { Everybody } from '../../people/loadPeople'
import { recipientsAmong } from '../../people/recipients'
import type { Rules } from '../../planning/rules'
import { keyOf } from '../../../domain/timeline/obligation'
import type { ImportedChild } from '../imported'
import type { Recorded } from '../reconcile/recorded'
import { NOTHING_SAID, type CaseSoFar } from './casesSoFar'
import { toldOnDayOne, type ToldCounts } from './toldOnDayOne'
import type { FactCounts } from './writeFacts'

/** One obligation that would come, move or go. Days are ISO text. */
export interface ObligationChange {
  readonly rule: string
  readonly subject: string
  readonly from: string | null
  readonly to: string | null
}

/** What taking the extract would do to one case. */
export interface CasePreview {
  readonly ref: string
  /** Nobody knew this case before. */
  readonly isNew: boolean
  readonly facts: FactCounts
  readonly obligations: readonly ObligationChange[]
  /** Who would be told on the first working day: notices in the digest, and alerts, by person. */
  readonly told: ToldCounts
}

/** What an import would append to a case. */
export interface CaseToPreview {
  readonly caseId: string
  readonly ref: string
  readonly teamId: string | null
  readonly children: readonly ImportedChild[]
  readonly recorded: readonly Recorded[]
  readonly append: readonly NewEvent[]
  readonly counts: FactCounts
  /** The day of the extract, ISO: a new case is live from then on. */
  readonly asAt: string
}

export interface Looking {
  readonly rules: Rules
  readonly everybody: Everybody
  /** The evening of the first working day, epoch milliseconds: what is told until then is told on day one. */
  readonly evening: number
}

/** 18:00 of the first working day from now on, or from the day of the extract (ISO) where that lies ahead. */
export function endOfDayOne(now: number, asAt: string, calendar: WorkingCalendar): number {
  const extract = isoDay(asAt)
  let day = londonDay(now)
  if (extract.isAfter(day)) day = extract
  while (!isWorkingDay(day, calendar)) day = day.plusDays(1)
  return londonMoment(day, 18 * 60)
}

/** What would appear, move and end on one case, `known` as it is when it is not a new one, and who would be told on day one. Computed from the facts; pure. */
export function previewCase(one: CaseToPreview, known: CaseSoFar | undefined, looking: Looking): CasePreview {
  const { rules, everybody, evening } = looking
  const seen = { ref: known?.ref ?? one.ref, isNew: known === undefined, facts: one.counts }
  // Nothing new, nothing moves: a field changed that is not used.
  if (one.append.length === 0) return { ...seen, obligations: [], told: {} }
  const liveSince = known === undefined ? one.asAt : known.liveSince
  const today = londonDay(evening)
  const facts = knownOn(factsOf(one, [...one.recorded, ...one.append], liveSince), today)
  const before =
    one.recorded.length === 0 ? [] : openMatters(knownOn(factsOf(one, one.recorded, liveSince), today), today, rules)
  const after = openMatters(facts, today, rules)
  const said = known?.said ?? NOTHING_SAID
  const next = agenda({
    obligations: after,
    told: said.told,
    now: evening,
    today,
    minute: caseMinute(one.caseId),
    momentOf: londonMoment,
  })
  const recipients = recipientsAmong(everybody, { row: { id: one.caseId, team_id: one.teamId }, facts, day: today })
  const told = toldOnDayOne({ agenda: next, said, recipients, rules, today })
  return { ...seen, obligations: changes(before, after), told }
}

const openMatters = (facts: CaseFacts, today: LocalDate, { policy, calendar }: Rules): readonly Obligation[] =>
  timeline(facts, policy, calendar).obligations.filter((obligation) => isOpen(obligation, today))

function changes(before: readonly Obligation[], after: readonly Obligation[]): readonly ObligationChange[] {
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const now = new Map(after.map((one) => [keyOf(one), one]))
  const change = (one: Obligation, from: Obligation | undefined, to: Obligation | undefined): ObligationChange => ({
    rule: one.rule,
    subject: one.subject,
    from: from?.dueOn.toString() ?? null,
    to: to?.dueOn.toString() ?? null,
  })
  return [
    ...after
      .filter((one) => old.get(keyOf(one))?.dueOn.equals(one.dueOn) !== true)
      .map((one) => change(one, old.get(keyOf(one)), one)),
    ...before.filter((one) => !now.has(keyOf(one))).map((one) => change(one, one, undefined)),
  ]
}

function factsOf(
  { ref, teamId, children }: CaseToPreview,
  events: readonly (Recorded | NewEvent)[],
  liveSince: string | null,
): CaseFacts {
  return {
    ref,
    team: teamId,
    children: children.map(({ id, bornOn, expectedOn }) => ({
      id,
      bornOn: dayOrNull(bornOn),
      expectedOn: dayOrNull(expectedOn),
    })),
    // What passed its kind's schema when it was recorded or mapped.
    events: events.map(
      ({ id, kind, on, data, children: concerned, supersedes, void: voids }) =>
        ({
          id,
          kind,
          on: isoDay(on),
          data,
          ...(concerned.length === 0 ? {} : { children: concerned }),
          ...(supersedes === null ? {} : { supersedes }),
          ...(voids ? { void: true } : {}),
        }) as ChronologyEvent,
    ),
    liveSince: dayOrNull(liveSince),
  }
}

const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : isoDay(text))
