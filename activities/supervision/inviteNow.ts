import { isoDay } from '../../domain/calendar/isoDay'
import type { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import { insertNotices, type NewNotice } from './insertNotices'
import type { SessionRow } from './sessionFacts'
import type { TeamRecipients } from './teamRecipients'

interface Inviting {
  readonly row: SessionRow
  readonly people: TeamRecipients
  readonly today: LocalDate
  readonly now: number
}

/**
 * Invites everybody to a session as it is now, once for each change of it; and tells those whose invitation has left, or may have, that it is off, or that they are no longer invited. An
 * invitation that never left is not taken back. Nobody is invited to what has been.
 */
export async function inviteNow(tx: Transaction, { row, people, today, now }: Inviting): Promise<void> {
  const here = new Set(people.people.map(({ id }) => id))
  const notice = (tell: 'request' | 'cancel', person: string, times: number): NewNotice => ({
    ...{ id: newId(now), key: ['session', row.id, tell, String(row.revision), String(times), person].join('/') },
    ...{ teamId: row.team_id, sessionId: row.id, subject: person, step: 'invitation', tell, toRole: 'invitee' },
    ...{ recipientId: person, why: 'invited to this session', lane: 'invitation' as const, revision: row.revision },
    ...{ dueOn: row.on_day, sendOn: today.toString() },
  })
  if (isoDay(row.on_day).isBefore(today)) return
  const asked =
    row.state === 'planned'
      ? (await invitedNow(tx, row.id)).map(({ person_id, times }) => notice('request', person_id, times))
      : []
  const off = (await invitedBefore(tx, row.id))
    .filter(({ uninvited }) => row.state === 'cancelled' || uninvited)
    .map(({ person_id, times }) => notice('cancel', person_id, times))
  await insertNotices(
    tx,
    [...asked, ...off].filter(({ recipientId }) => here.has(recipientId)),
    now,
  )
}

/** Who has an invitation that left or may have, and was not told yet that it is off. */
const invitedBefore = (
  tx: Transaction,
  sessionId: string,
): Promise<{ person_id: string; times: number; uninvited: boolean }[]> =>
  tx.$queryRaw<{ person_id: string; times: number; uninvited: boolean }[]>`
    select a.person_id::text, a.times, a.uninvited_on is not null as uninvited from attendance a
    where a.session_id = ${sessionId}::uuid
      and (select n.tell from supervision_notice n where n.session_id = a.session_id and n.recipient_id = a.person_id and n.lane = 'invitation'
        and n.withdrawn_at is null
        -- The newest: by how often they were invited, the change of the session, and what was taken back last; two may be written in one millisecond.
        order by split_part(n.key, '/', 5)::int desc, n.revision desc, n.tell limit 1) = 'request'
    order by a.person_id`

const invitedNow = (tx: Transaction, sessionId: string): Promise<{ person_id: string; times: number }[]> =>
  tx.$queryRaw<{ person_id: string; times: number }[]>`
    select person_id::text, times from attendance where session_id = ${sessionId}::uuid and uninvited_on is null order by person_id`
