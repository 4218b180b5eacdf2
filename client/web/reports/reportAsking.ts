import type { LocalDate } from '@js-joda/core'
import { readDay } from '../../commands/readDay'
import { dayWords } from '../app/momentWords'
import type { ManagedTeams } from '../team/managedTeams'
import { periodFrom } from './reportGroups'

/** The days of a report, both included. What cannot be read is the last three months. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

export function periodAsked(query: Readonly<Record<string, unknown>>, today: LocalDate): Period {
  const day = (name: string) => (typeof query[name] === 'string' ? readDay(query[name]) : undefined)
  const to = day('to') ?? today
  const from = day('from') ?? periodFrom(to)
  return from.isAfter(to) ? { from: to, to: from } : { from, to }
}

const PERIODS = [
  { months: 1, text: 'Last month' },
  { months: 3, text: 'Last 3 months' },
  { months: 6, text: 'Last 6 months' },
  { months: 12, text: 'Last 12 months' },
] as const

/** Addresses of reports of the same teams and days. */
export const reportHref = (
  path: string,
  { one, from, to }: Pick<ManagedTeams, 'one'> & Period,
  more: Readonly<Record<string, string>> = {},
): string => {
  const words = new URLSearchParams({
    ...(one === null ? {} : { team: one.id }),
    ...{ from: from.toString(), to: to.toString(), ...more },
  })
  return `${path}?${words.toString()}`
}

/** The choices above a report. */
export const choices = (path: string, managed: ManagedTeams, { from, to }: Period, today: LocalDate) => ({
  of: managed.one?.name ?? 'All my teams',
  period: `${dayWords(from)} to ${dayWords(to)}`,
  teams:
    managed.all.length < 2
      ? []
      : [
          { text: 'All my teams', href: reportHref(path, { one: null, from, to }), current: managed.one === null },
          ...managed.all.map((one) => ({
            text: one.name,
            href: reportHref(path, { one, from, to }),
            current: one.id === managed.one?.id,
          })),
        ],
  periods: PERIODS.map(({ months, text }) => {
    const start = periodFrom(today, months)
    return {
      text,
      href: reportHref(path, { one: managed.one, from: start, to: today }),
      current: start.equals(from) && to.equals(today),
    }
  }),
})
