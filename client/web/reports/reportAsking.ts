import type { LocalDate } from '@js-joda/core'
import { readDay } from '../../commands/readDay'
import { dayWords } from '../app/momentWords'
import type { ManagedTeams } from '../team/managedTeams'
import type { ReportOf, ReportWorker } from './reportOf'
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

/** What an address of a report says. */
export type Addressed = Pick<ManagedTeams, 'one'> & Period & { readonly worker?: Pick<ReportWorker, 'id'> | null }

/** Addresses of reports of the same teams, worker and days. */
export const reportHref = (
  path: string,
  { one, worker = null, from, to }: Addressed,
  more: Readonly<Record<string, string>> = {},
): string => {
  const words = new URLSearchParams({
    ...(one === null ? {} : { team: one.id }),
    ...(worker === null ? {} : { worker: worker.id }),
    ...{ from: from.toString(), to: to.toString(), ...more },
  })
  return `${path}?${words.toString()}`
}

/** The choices above a report. Another team is asked for without the worker, who may not be of it. */
export const choices = (path: string, of: ReportOf, today: LocalDate) => ({
  of: ofWords(of),
  period: `${dayWords(of.from)} to ${dayWords(of.to)}`,
  teams: teamChoices(path, of),
  worker: of.worker?.name ?? null,
  workers: workerChoices(path, of),
  periods: PERIODS.map(({ months, text }) => {
    const start = periodFrom(today, months)
    return {
      text,
      href: reportHref(path, { ...of, from: start, to: today }),
      current: start.equals(of.from) && of.to.equals(today),
    }
  }),
})

const ofWords = ({ one, worker }: ReportOf): string => {
  const team = one?.name ?? 'All my teams'
  return worker === null ? team : `${team}, the cases ${worker.name} holds today`
}

/** The teams a reader answers for; nothing to choose from where there is one. */
export const teamChoices = (path: string, { all, one: chosen, from, to }: ReportOf) =>
  all.length < 2
    ? []
    : [
        { text: 'All my teams', href: reportHref(path, { one: null, from, to }), current: chosen === null },
        ...all.map((one) => ({
          text: one.name,
          href: reportHref(path, { one, from, to }),
          current: one.id === chosen?.id,
        })),
      ]

const workerChoices = (path: string, of: ReportOf) =>
  of.workers.length === 0
    ? []
    : [
        { text: 'Everybody', href: reportHref(path, { ...of, worker: null }), current: of.worker === null },
        ...of.workers.map((worker) => ({
          text: worker.name,
          href: reportHref(path, { ...of, worker }),
          current: worker.id === of.worker?.id,
        })),
      ]
