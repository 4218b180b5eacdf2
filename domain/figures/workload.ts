import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../timeline/govukDate'
import { figure, share, type Figure, type FigureLine } from './figure'

/** A case that is open today. */
export interface OpenCase {
  readonly ref: string
  readonly children: readonly string[]
}

/** Something that is open today and due by a day soon, or late: siblings who share rule and day are one. */
export interface OpenMatter {
  readonly ref: string
  readonly title: string
  readonly dueOn: LocalDate
  readonly bookedFor: LocalDate | null
  /** Met by a meeting that somebody has to book. */
  readonly isMeeting: boolean
}

/** How far ahead a meeting should have its day. */
const BOOKED_BY_DAYS = 42
const WEEK_DAYS = 7

/** What a team holds today. Source: Caseclock handbook, section 10. */
export function workload(
  { cases, matters }: { readonly cases: readonly OpenCase[]; readonly matters: readonly OpenMatter[] },
  today: LocalDate,
): readonly Figure[] {
  const late = matters.filter(({ dueOn }) => dueOn.isBefore(today))
  const soon = matters.filter(({ dueOn }) => !dueOn.isBefore(today) && dueOn.isBefore(today.plusDays(WEEK_DAYS)))
  const meetings = matters.filter(({ isMeeting, dueOn }) => isMeeting && !dueOn.isAfter(today.plusDays(BOOKED_BY_DAYS)))
  return [
    figure(
      { id: 'families', title: 'Families', words: 'Cases that are open today.' },
      cases.map(({ ref, children }) => ({
        ref,
        words: `${String(children.length)} ${children.length === 1 ? 'child' : 'children'}`,
      })),
    ),
    figure(
      { id: 'children', title: 'Children', words: 'Children of the cases that are open today.' },
      cases.flatMap(({ ref, children }) => children.map((words) => ({ ref, words }))),
    ),
    figure(
      {
        id: 'due',
        title: 'Due this week',
        words:
          'Open and due today or in the six days after. Siblings who share rule and day are one. What was found to be held up is left out.',
      },
      soon.map(line),
    ),
    figure(
      {
        id: 'late',
        title: 'Late',
        words:
          'Due before today and not recorded as done. Siblings who share rule and day are one. What was found to be held up is left out.',
      },
      late.map(line),
    ),
    share(
      {
        id: 'unbooked',
        title: 'Meetings without a day',
        words:
          'Of the conferences, core groups and reviews that are late or due in the next six weeks, those for which no day is booked.',
      },
      meetings,
      { isCounted: ({ bookedFor }) => bookedFor === null, line },
    ),
  ]
}

const line = ({ ref, title, dueOn, bookedFor }: OpenMatter): FigureLine => ({
  ref,
  words: `${title}, due ${govukDate(dueOn)}${bookedFor === null ? '' : `, booked for ${govukDate(bookedFor)}`}`,
})
