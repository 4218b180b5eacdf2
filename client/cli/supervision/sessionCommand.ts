import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import { govukDate, weekday } from '../../../domain/timeline/govukDate'
import { sessionPage, type SessionPage } from '../../queries/supervision/sessionPage'
import { withDatabase } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { textTable } from '../textTable'

/** `caseclock supervision session ID`: who comes, which cases, what is outstanding, who was told. */
export const runSession = (
  sessionId: string,
  options: { readonly json?: boolean; readonly data: string },
  io: Io,
): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const page = await sessionPage(db, sessionId)
    if (page === undefined)
      throw new CommandFailed(
        EXIT.usage,
        `There is no session ${sessionId}. caseclock supervision year TEAM lists those of a team with their ids.`,
      )
    io.out(options.json === true ? `${JSON.stringify({ format: 1, ...page }, null, 2)}\n` : sessionText(page))
    return EXIT.done
  })

function sessionText(page: SessionPage): string {
  const on = isoDay(page.on)
  const state = page.why === null ? page.state : `${page.state}: ${page.why}`
  const parts = [
    `${page.team}, ${weekday(on)} ${govukDate(on)}, ${page.at}, ${String(page.minutes)} minutes${page.room === '' ? '' : `, ${page.room}`} (${state})\n${page.sampled ? 'It is one of those that are looked at again.\n' : ''}`,
    listed(
      'Who',
      ['Name', 'As', 'Answer', 'Reason', 'In their place', 'Approved', 'Was there', 'Missing'],
      page.attendance.map((one) => [
        ...[
          one.person,
          one.role,
          one.reply ?? '',
          one.reason ?? '',
          one.cover ?? '',
          yesNo(one.approved),
          yesNo(one.attended),
          one.missing ?? '',
        ],
      ]),
    ),
    listed(
      `Cases, ${String(page.cases.length)} of ${String(page.capacity)}`,
      ['Case', 'Summary by', 'Reviewed', 'Discussed', 'Lines', 'Actions'],
      page.cases.map((one) => [
        ...[
          one.ref,
          one.worker_wrote ?? 'nobody yet',
          one.reviewed ? 'yes' : '',
          one.why_not === null ? yesNo(one.discussed) : `no: ${one.why_not}`,
        ],
        ...[String(one.minutes), String(one.actions)],
      ]),
    ),
    listed(
      'Outstanding',
      ['What', 'About', 'Due', 'Why'],
      page.outstanding.map((one) => [
        ...[
          one.what,
          one.about ?? '',
          `${govukDate(isoDay(one.dueOn))}${one.late ? ', late' : ''}`,
          one.why.join('; '),
        ],
      ]),
    ),
    listed(
      'Who was told',
      ['On', 'Who', 'What', 'About', 'Mail'],
      page.told.map((one) => [
        ...[
          govukDate(londonDay(one.written_at.getTime())),
          one.person,
          one.tell === one.step ? one.step : `${one.step}, ${one.tell}`,
          one.about ?? '',
        ],
        one.withdrawn === null ? (one.mail ?? 'in the next morning’s digest') : `taken back: ${one.withdrawn}`,
      ]),
    ),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no')

const listed = (title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `${title}\n${textTable(headings, rows)}`
