import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { govukDate, weekday } from '../../../domain/timeline/govukDate'
import type { Transaction } from '../../../prisma/database'
import { invitation } from '../../ical/invitation'
import { invitationSequence } from '../../supervision/invitationSequence'
import { sessionUid } from '../../ical/sessionUid'
import type { Links } from '../../deps'
import { inPost } from '../../people/mayReadNow'
import { oneLine } from '../oneLine'
import { textWithoutNames } from '../withoutNames'
import { childrenOfTeams } from './childrenOfTeams'
import { render } from '../render'

interface Row {
  readonly session_id: string
  readonly team_id: string
  readonly tell: 'request' | 'cancel'
  readonly revision: number
  readonly on_day: string
  readonly at: string
  readonly minutes: number
  readonly room: string
  readonly state: string
  readonly state_why: string | null
  readonly uninvited: boolean
  readonly times: number
  readonly team: string
  readonly name: string
  readonly email: string | null
  readonly mail_domain: string
  /** Whether an earlier invitation to it has left, or may have. */
  readonly before: boolean
}

interface Composed {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: string
}

/** The address to which calendar programs send their answers: `caseclock supervision replied` takes them. */
export const repliesAddress = (mailDomain: string): string => `replies@caseclock.${mailDomain}`

/**
 * The words of one invitation, or of one taken back, with its calendar; null where another has taken its place, or the session is no longer what it says. No case, no child: it names
 * the team, the day and the room.
 */
export async function composeInvitation(
  tx: Transaction,
  message: { readonly id: string; readonly createdAt: number; readonly readerId: string; readonly today: LocalDate },
  { links, ...common }: { readonly links: Links; readonly preferencesLink: string; readonly emergencyLine: string },
): Promise<Composed | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select n.session_id::text, n.team_id::text, n.tell, n.revision, s.on_day::text, s.at, s.minutes, s.room, s.state, s.state_why, a.uninvited_on is not null as uninvited, a.times,
      t.name as team, p.name, p.email, au.mail_domain,
      exists (select from supervision_notice e join message m on m.id = e.message_id where e.session_id = s.id and e.recipient_id = p.id and e.id <> n.id
        and e.lane = 'invitation' and m.state not in ('created', 'withdrawn')) as before
    from supervision_notice n join session s on s.id = n.session_id join team t on t.id = n.team_id join person p on p.id = n.recipient_id
      join attendance a on a.session_id = s.id and a.person_id = p.id cross join authority au
    where n.message_id = ${message.id}::uuid and n.withdrawn_at is null and n.revision = s.revision
      and ${inPost(message.readerId, message.today.toString())}`
  if (row === undefined || !stillSo(row)) return null
  const day = isoDay(row.on_day)
  const why = row.state_why === null ? null : textWithoutNames(row.state_why, await childrenOfTeams(tx, [row.team_id]))
  const on = `${weekday(day)} ${govukDate(day)}`
  const asks = row.tell === 'request'
  const summary = `Group supervision, ${oneLine(row.team)}`
  const calendar = invitation({
    ...{
      method: asks ? 'REQUEST' : 'CANCEL',
      uid: sessionUid(row.session_id, row.mail_domain),
      sequence: sequenceOf(row),
    },
    ...{ stampedAt: message.createdAt, on: day, at: row.at, minutes: row.minutes, summary, location: row.room },
    description: asks ? 'Answer this invitation: whoever runs the session sees who will be there.' : '',
    organizer: { name: summary, address: repliesAddress(row.mail_domain) },
    attendee: { name: row.name, address: row.email ?? 'nobody@invalid' },
    url: links.sessionLink(row.session_id),
  })
  return {
    subject: `${word(row)}: group supervision, ${oneLine(row.team)}, ${on}, ${row.at}`,
    ...render('invitation', {
      ...{
        recipientName: oneLine(row.name),
        firstLine: firstLine({ ...row, state_why: why }, on),
        when: `${on}, ${row.at}, ${String(row.minutes)} minutes`,
      },
      ...{
        room: asks ? oneLine(row.room) : '',
        answer: asks ? ANSWER : '',
        link: links.sessionLink(row.session_id),
        ...common,
      },
    }),
    calendar,
  }
}

const ANSWER =
  'Accept or decline it in your calendar. If you cannot come, say why and who comes in your place: without an approved reason you count as missing.'

/** Rises with every change of the session, and for somebody who is no longer invited, or invited anew, by one more. */
const sequenceOf = ({ revision, times, tell, uninvited, state }: Row): number =>
  invitationSequence(revision, times) + (tell === 'cancel' && uninvited && state !== 'cancelled' ? 1 : 0)

const stillSo = ({ tell, state, uninvited }: Row): boolean =>
  tell === 'request' ? state === 'planned' && !uninvited : state === 'cancelled' || uninvited

const word = ({ tell, before }: Row): string => (tell === 'cancel' ? 'Cancelled' : before ? 'Changed' : 'Invitation')

function firstLine({ tell, team, before, uninvited, state, state_why }: Row, on: string): string {
  const what = `group supervision of ${oneLine(team)}`
  if (tell === 'request') return before ? `The ${what} is on ${on} now.` : `You are invited to ${what} on ${on}.`
  if (state === 'cancelled')
    return `The ${what} on ${on} is cancelled${state_why === null ? '' : `: ${oneLine(state_why)}`}.`
  return uninvited ? `You are no longer invited to ${what} on ${on}.` : `The ${what} on ${on} is not held.`
}
