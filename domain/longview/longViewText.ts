import { eventWords } from '../timeline/eventWords'
import { govukDate } from '../timeline/govukDate'
import type { Gap } from './gaps'
import type { HeldMeeting, Lane, LongView, ToDo } from './longView'
import type { PlanPeriod } from './planPeriods'

export const PLAN_WORDS: Readonly<Record<PlanPeriod['plan'], string>> = {
  cpp: 'Child protection plan',
  cin: 'Child in need plan',
  plo: 'Pre-proceedings (PLO)',
}

export const planWords = ({ plan, from, to }: PlanPeriod): string =>
  `${PLAN_WORDS[plan]} from ${govukDate(from)}${to === null ? ', still running' : ` to ${govukDate(to)}`}.`

export const heldWords = ({ kind, on, quorate }: HeldMeeting): string =>
  `${eventWords(kind)} on ${govukDate(on)}${quorate === 'inquorate' ? ', inquorate' : ''}.`

export function toDoWords({ title, dueOn, bookedFor, state, daysLate, unit }: ToDo): string {
  const days = `${String(daysLate)} ${unit === 'working-days' ? 'working ' : ''}${daysLate === 1 ? 'day' : 'days'}`
  const late = state === 'late' ? `, late by ${days}` : state === 'due' ? ', today' : ''
  const booked = bookedFor === null ? '' : `, booked for ${govukDate(bookedFor)}`
  return `${title} due by ${govukDate(dueOn)}${late}${booked}.`
}

export const gapWords = ({ from, to, why }: Gap): string =>
  `${govukDate(from)} ${to === null ? 'until today' : `to ${govukDate(to)}`}: ${why}.`

export const laneWords = ({ name, subject }: Pick<Lane, 'name' | 'subject'>): string =>
  subject === null ? name : `${name} (${subject})`

/** The picture in words: every bar, mark and gap of it is a line, in its order. */
export function longViewText({ ref, today, from, to, lanes }: LongView): readonly string[] {
  return [
    `Case ${ref} as it stood on ${govukDate(today)}, from ${govukDate(from)} to ${govukDate(to)}.`,
    ...lanes.flatMap((lane) => [
      `${laneWords(lane)}.`,
      ...said('Plans', lane.plans.map(planWords)),
      ...said('Meetings held', lane.held.map(heldWords)),
      ...said('Still to do', lane.toDo.map(toDoWords)),
      ...(lane.later === 0 ? [] : [`Due later than the picture shows: ${String(lane.later)}.`]),
      ...said('Drift', lane.gaps.map(gapWords)),
    ]),
  ]
}

const said = (what: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [`${what}: none.`] : [`${what}:`, ...lines]
