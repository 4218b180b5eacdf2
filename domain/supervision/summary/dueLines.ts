import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../../timeline/govukDate'
import { standing } from '../../timeline/standing'
import { aboutAnyOf, counted, inOrder, type DraftLine, type DraftPart } from './draftLine'
import { familyOf, standingEvent, type Drafting } from './drafting'
import { grouped } from './grouped'
import { lateWords } from '../../timeline/lateWords'
import { summaryNumbers } from './summaryNumbers'
import type { TitledObligation } from './titled'

/** Something late, or due soon. Its line's day is the day it must be done by. */
export interface DueLine extends DraftLine {
  readonly rule: string
  /** `Review conference`. */
  readonly title: string
  /** The goal or action it is about, as people wrote it; null where the title says all. */
  readonly what: string | null
  /** Whether the rule asks it of each child; else of the case. */
  readonly perChild: boolean
  readonly bookedFor: LocalDate | null
  /** In `lateUnit`, 0 before and on the due date, and where no working day has passed since. */
  readonly daysLate: number
  readonly lateUnit: TitledObligation['lateUnit']
}

interface Due {
  readonly line: DueLine
  /** Empty: all of them. */
  readonly children: readonly string[]
}

/** What is late on a day, and what is due in the days ahead, that day included; the earliest first. Stalls, and what the import could not know, are neither. */
export function dueLines(drafting: Drafting): {
  readonly late: DraftPart<DueLine>
  readonly dueNext: DraftPart<DueLine>
} {
  const { today } = drafting
  const until = today.plusDays(summaryNumbers.daysAhead)
  const due = drafting.obligations.flatMap((one) => openDue(one, drafting) ?? [])
  const late = lines(
    due.filter(({ line }) => line.on.isBefore(today)),
    drafting,
  )
  const ahead = due.filter(({ line }) => !line.on.isBefore(today))
  const next = lines(
    ahead.filter(({ line }) => !line.on.isAfter(until)),
    drafting,
  )
  const [first] = lines(ahead, drafting)
  const then = first === undefined ? 'Nothing is due either.' : `Next due: ${first.title}, ${govukDate(first.on)}.`
  return {
    late: {
      sentence:
        late.length === 0 ? `Nothing is late. ${then}` : `${counted(late.length, 'thing is', 'things are')} late.`,
      lines: late,
    },
    dueNext: {
      sentence: `${next.length === 0 ? 'Nothing is' : counted(next.length, 'thing is', 'things are')} due by ${govukDate(until)}.`,
      lines: next,
    },
  }
}

/** Undefined where it is done, not needed or will not be needed by its date. */
function openDue(one: TitledObligation, drafting: Drafting): Due | undefined {
  const { rule, title, dueOn, bookedFor, lateUnit, subject, end, kind, notKnownFromImport } = one
  const now = standing(one, drafting.today, drafting.calendar)
  const isOpen = now.state === 'overdue' || now.state === 'due' || now.state === 'upcoming'
  if (!isOpen || kind === 'stall' || notKnownFromImport) return undefined
  if (end.outcome === 'cancelled' && end.on.isBefore(dueOn)) return undefined
  const isChild = familyOf(drafting).some(({ id }) => id === subject)
  const event = isChild ? undefined : standingEvent(drafting, one.trigger)
  const what = event?.kind === 'action-agreed' ? event.data.action : event?.kind === 'goal-set' ? event.data.goal : null
  const days = now.state === 'overdue' ? now.daysLate : 0
  const called = what === null ? title : `${title}, “${what}”`
  const booked = bookedFor === null ? '' : `, booked for ${govukDate(bookedFor)}`
  return {
    children: isChild ? [subject] : (event?.children ?? []),
    line: {
      on: dueOn,
      about: [],
      sentence:
        now.state === 'overdue'
          ? `${called}: was due ${govukDate(dueOn)}, ${lateWords({ dueOn, days, unit: lateUnit })}${booked}.`
          : `${called}: by ${govukDate(dueOn)}${booked}.`,
      ...{ rule, title, what, perChild: isChild, bookedFor, daysLate: days, lateUnit },
    },
  }
}

/** Siblings share their dates: the same thing of the same day is said once. */
const lines = (due: readonly Due[], drafting: Drafting): readonly DueLine[] =>
  [...grouped(due, ({ line: { rule, sentence } }) => `${rule} ${sentence}`).values()]
    .map((same): DueLine => {
      const children = same.map((one) => one.children)
      return { ...same[0].line, about: aboutAnyOf(children, familyOf(drafting)) }
    })
    .sort(inOrder)
