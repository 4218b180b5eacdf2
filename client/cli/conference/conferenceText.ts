import { conferenceWords } from '../../../domain/conference/conferenceKind'
import { isoDay } from '../../../domain/calendar/isoDay'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { ConferenceLine } from '../../queries/conferences/conferenceList'
import type { ConferencePage } from '../../queries/conferences/conferencePage'
import { textTable } from '../textTable'

const dayWords = (day: string | null): string => (day === null ? '' : govukDate(isoDay(day)))

const STATE = { due: 'due', held: 'held', 'not-held': 'not held: no longer needed' } as const

const titleOf = ({ kind, again }: ConferenceLine): string => `${conferenceWords[kind]}${again ? ', held again' : ''}`

/** The conferences of a case: due date and booked date are two things, and both are shown. */
export const conferencesText = (lines: readonly ConferenceLine[]): string =>
  textTable(
    ['Conference', 'Due', 'Booked', 'How it stands', 'Children', 'Id'],
    lines.map((one) => [
      ...[titleOf(one), dayWords(one.dueOn), `${dayWords(one.bookedFor)}${one.beyond ? ' (beyond the due date)' : ''}`],
      ...[one.heldOn === null ? STATE[one.state] : `held on ${dayWords(one.heldOn)}`, String(one.children), one.id],
    ]),
  )

/** One conference, from not booked to its record circulated. */
export function conferenceText(page: ConferencePage): string {
  const booked =
    page.bookedFor === null
      ? 'nothing is booked'
      : `booked for ${dayWords(page.bookedFor)}${page.at === null ? '' : `, ${page.at}`}${page.place === null || page.place === '' ? '' : `, ${page.place}`}${page.beyond ? ' (beyond the due date)' : ''}`
  const moves = page.moves === 0 ? '' : `; moved ${page.moves === 1 ? 'once' : `${String(page.moves)} times`}`
  const head = `${page.ref}: ${titleOf(page)}, due by ${dayWords(page.dueOn)}; ${page.heldOn === null ? booked : `held on ${dayWords(page.heldOn)}`}${moves}.\nInvitations: ${page.invitationsOut ? 'sent' : 'not recorded as sent'}.\n`
  return [
    head,
    table(
      'What is due for it',
      ['What', 'By', 'How it stands', 'Why this date'],
      page.matters.map((one) => [one.title, dayWords(one.dueOn), one.state, one.explanation.join('; ')]),
    ),
    table(
      'Bookings',
      ['Made', 'For', 'Moved', 'Why', 'Approved by'],
      page.bookings.map((one) => [
        dayWords(one.madeOn),
        dayWords(one.for),
        one.moved ? 'yes' : '',
        one.reason ?? '',
        one.approvedBy ?? '',
      ]),
    ),
    table(
      'Invited',
      ['Name', 'Agency', 'Answer', 'Report asked', 'Report received', 'Was there', 'Id'],
      page.invitees.map((one) => [
        ...[one.name, one.agency, one.reply ?? '', dayWords(one.reportAskedOn), dayWords(one.reportReceivedOn)],
        ...[one.attended === null ? '' : one.attended ? 'yes' : `no: ${one.absentWhy ?? ''}`, one.id],
      ]),
    ),
    page.outcome === null ? '' : outcomeText(page.outcome),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function outcomeText({
  outcome,
  quorate,
  childView,
  parentsView,
  decisions,
}: NonNullable<ConferencePage['outcome']>): string {
  const quorum = quorate === null ? 'quorum not recorded' : quorate ? 'quorate' : 'inquorate'
  return [
    `What was recorded: ${outcome ?? 'held'}, ${quorum}.`,
    `Child’s view: ${childView ?? 'not recorded'}. Parents’ view: ${parentsView ?? 'not recorded'}.`,
    ...decisions.map((decision) => `Decision: ${decision}`),
    '',
  ].join('\n')
}

const table = (title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `${title}\n${textTable(headings, rows)}`
