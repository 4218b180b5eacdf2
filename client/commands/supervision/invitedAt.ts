import type { LocalDate } from '@js-joda/core'
import { sessionIdOf } from '../../../activities/ical/sessionUid'
import type { Database } from '../../../prisma/database'
import { teamOfSession } from '../../queries/supervision/teamOfSession'

interface Row {
  readonly id: string
  readonly invited: boolean
  readonly left: boolean
}

export interface InvitedAt {
  readonly sessionId: string
  readonly personId: string
}

export interface NobodyInvited {
  readonly refused: 'unknown-session' | 'unknown-person' | 'not-invited' | 'not-allowed'
  readonly why: string
}

/** The session that a UID names, and who is invited to it now at an address (lower case), in post on the day. The sentences hold neither address nor name. */
export async function invitedAt(
  db: Database,
  { uid, address, today }: { readonly uid: string; readonly address: string; readonly today: LocalDate },
): Promise<InvitedAt | NobodyInvited> {
  const [authority] = await db.$queryRaw<{ mail_domain: string }[]>`select mail_domain from authority where id = 1`
  const sessionId = sessionIdOf(uid, authority?.mail_domain ?? '')?.toLowerCase()
  if (sessionId === undefined || (await teamOfSession(db, sessionId)) === '')
    return refuse('unknown-session', 'This answer is about no session of this authority. Nothing was recorded.')
  const people = await db.$queryRaw<Row[]>`
    select p.id::text, a.person_id is not null as invited, coalesce(p.left_on <= ${today.toString()}::date, false) as left
    from person p left join attendance a on a.person_id = p.id and a.session_id::text = ${sessionId} and a.uninvited_on is null
    where lower(p.email) = ${address}`
  if (people.length === 0) return refuse('unknown-person', NOBODY)
  const invited = people.filter((one) => one.invited)
  if (invited.length === 0) return refuse('not-invited', NOT_INVITED)
  const [person, ...more] = invited.filter((one) => !one.left)
  if (person === undefined) return refuse('not-allowed', 'This person has left. Nothing was recorded.')
  return more.length > 0 ? refuse('unknown-person', SHARED) : { sessionId, personId: person.id }
}

const refuse = (refused: NobodyInvited['refused'], why: string): NobodyInvited => ({ refused, why })

const NOBODY =
  'Nobody is known at the address this answer comes from. Nothing was recorded: ask who wrote it, and record it with caseclock supervision reply.'
const NOT_INVITED = 'Whoever answers is not invited to this session, or is no longer. Nothing was recorded.'
const SHARED =
  'Several of those invited share the address this answer comes from. Nothing was recorded: ask who wrote it, and record it with caseclock supervision reply.'
