import type { Health, Lateness } from '../../queries/admin/health'
import { momentWords } from '../app/momentWords'
import { cells, howMany, type Table } from '../app/table'

const PROCESSES: Readonly<Record<string, string>> = { reconcile: 'Looking after all clocks', round: 'The morning mail' }

const REPORT: Readonly<Record<string, string>> = {
  stale: 'cases whose rules or record had changed',
  overdue: 'clocks whose moment had passed',
  nudged: 'clocks woken',
  unknown: 'mails of which it was not known whether they left',
  ensured: 'clocks looked at',
  left: 'people’s work ended because they left',
  problems: 'cases that cannot be planned',
  undelivered: 'mails with a problem',
  behind: 'clocks that were behind when it began',
  failed: 'people whose mail could not be made',
  messages: 'mails made',
}

/** The processes that there is one of: when each last looked, and what it did. */
export const processesTable = ({ processes }: Health): Table => ({
  caption: 'When Caseclock last looked',
  head: ['What', 'Last look, real time', 'What it found', 'Problem'],
  empty: 'Nothing has looked yet: the worker does not run.',
  rows: processes.map(({ id, askedAt, report, problem }) =>
    cells(
      PROCESSES[id] ?? id,
      askedAt === null ? 'Not yet' : momentWords(askedAt.getTime()),
      Object.entries(report ?? {})
        .filter(([what, many]) => many > 0 && Object.hasOwn(REPORT, what))
        .map(([what, many]) => `${String(many)} ${REPORT[what] ?? what}`)
        .join(', ') || 'Nothing to do',
      problem ?? 'None',
    ),
  ),
})

const FAILING: Readonly<Record<string, string>> = {
  cases: 'Cases that cannot be planned',
  alerts: 'Alerts that cannot go on',
  mails: 'Mails with a problem',
}

export const failingTable = ({ failing }: Health): Table => ({
  caption: 'What failed',
  head: ['What', 'How many'],
  empty: 'Nothing failed.',
  rows: failing
    .filter(({ many }) => many > 0)
    .map(({ kind, many }) =>
      cells(FAILING[kind] ?? kind, kind === 'cases' ? { text: String(many), href: '/admin/unplanned' } : String(many)),
    ),
})

const STATES: Readonly<Record<string, string>> = {
  created: 'wait for their moment',
  unsent: 'are tried again',
  sending: 'are on their way',
  unknown: 'may have left',
  failed: 'failed',
  bounced: 'came back',
}

/** The rest, in lines. */
export function healthLines(
  { behind, messages, sessions }: Health,
  { mails, median, worst }: Lateness,
): readonly string[] {
  const late =
    median === null || worst === null
      ? 'No reminder was to be told by a morning mail in the last 30 days.'
      : `Half of the reminders of the last 30 days left within ${minutes(median)} of 07:30 on their day, and 99 of 100 within ${minutes(worst)} (${howMany(mails, 'reminder')}, without those that an import brought).`
  return [
    behind.many === 0
      ? 'No clock is behind.'
      : `${howMany(behind.many, 'clock')} ${behind.many === 1 ? 'is' : 'are'} behind, the oldest by ${minutes(behind.minutes)}.`,
    late,
    messages.length === 0
      ? 'No mail waits.'
      : `Mails: ${messages.map(({ state, many }) => `${String(many)} ${STATES[state] ?? state}`).join(', ')}.`,
    `${howMany(sessions, 'browser')} ${sessions === 1 ? 'is' : 'are'} signed in.`,
  ]
}

const minutes = (many: number): string => howMany(Math.max(0, Math.round(many)), 'minute')
