import { calendarInForce } from '../../../../activities/planning/calendarInForce'
import { loadSessionFacts, type SessionRow } from '../../../../activities/supervision/sessionFacts'
import { missing } from '../../../../domain/supervision/session/missing'
import { sessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import type { SessionMatter } from '../../../../domain/supervision/session/sessionMatter'
import type { Database } from '../../../../prisma/database'
import { reasonsFor } from './reasonsFor'
import type { SessionAccess } from './sessionAccess'

/** Somebody invited, what they answered, and whether they were there. */
export interface InvitedRow {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly reply: 'accepted' | 'declined' | 'tentative' | null
  /** Null where none was given, and where the reader does not read it. */
  readonly reason: string | null
  /** Whether the reader reads it. */
  readonly reasonShown: boolean
  readonly coverId: string | null
  readonly cover: string | null
  readonly approved: boolean | null
  readonly attended: boolean | null
  /** Counts as missing as things stand, and why. */
  readonly missing: string | null
}

export interface SessionHead {
  readonly id: string
  readonly team: string
  readonly teamId: string
  /** ISO date. */
  readonly on: string
  readonly at: string
  readonly minutes: number
  readonly minutesPerCase: number
  readonly room: string
  readonly chair: string | null
  readonly state: SessionRow['state']
  readonly why: string | null
  readonly sampled: boolean
  readonly papersOutAt: Date | null
  readonly minutesOutAt: Date | null
  readonly checkedAt: Date | null
  readonly checkedWords: string | null
  /** Its process has not looked at the last change yet. */
  readonly behind: boolean
  readonly invited: readonly InvitedRow[]
}

type Row = SessionRow &
  Pick<SessionHead, 'team' | 'minutes' | 'minutesPerCase' | 'room' | 'chair'> & {
    readonly state_why: string | null
    readonly checked_words: string | null
    readonly planned_version: number
  }

/** A session and who is invited, as this reader may know it, and what is still to be done for it; undefined where there is none by this id. No case is named. */
export async function sessionHead(
  db: Database,
  readerId: string,
  access: Pick<SessionAccess, 'id' | 'manages' | 'organises'>,
): Promise<{ readonly head: SessionHead; readonly open: readonly SessionMatter[] } | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select s.id::text, s.team_id::text, s.on_day::text, s.at, s.state, s.revision, s.facts_version, s.planned_version, s.diarised_on::text, s.recorded_on::text, s.sampled,
      s.papers_out_at, s.minutes_out_at, s.checked_at, s.checked_words, t.name as team, s.minutes, s.room, s.state_why, coalesce(y.minutes_per_case, 20) as "minutesPerCase",
      coalesce(c.name, (select k.name from attendance a join person k on k.id = a.person_id where a.session_id = s.id and a.role = 'chair' and a.uninvited_on is null limit 1)) as chair
    from session s join team t on t.id = s.team_id left join supervision_year y on y.team_id = s.team_id left join person c on c.id = s.chair_id
    where s.id = ${access.id}::uuid`
  if (row === undefined) return undefined
  const facts = await loadSessionFacts(db, row)
  const absent = new Map(missing(facts).map(({ personId, why }) => [personId, why]))
  const people = await db.$queryRaw<Omit<InvitedRow, 'missing' | 'reasonShown'>[]>`
    select p.id::text, p.name, a.role, a.reply, a.exception_reason as reason, c.id::text as "coverId", c.name as cover, a.approved, a.attended
    from attendance a join person p on p.id = a.person_id left join person c on c.id = a.cover_id
    where a.session_id = ${row.id}::uuid and a.uninvited_on is null order by a.role <> 'chair', p.name, p.id`
  const calendar = await calendarInForce(db)
  const shown = reasonsFor(readerId, access)
  const { id, team, team_id: teamId, at, minutes, minutesPerCase, room, chair, state, sampled } = row
  return {
    head: {
      ...{
        id,
        team,
        teamId,
        on: row.on_day,
        at,
        minutes,
        minutesPerCase,
        room,
        chair,
        state,
        sampled,
        why: row.state_why,
      },
      ...{ papersOutAt: row.papers_out_at, minutesOutAt: row.minutes_out_at, checkedAt: row.checked_at },
      ...{ checkedWords: row.checked_words, behind: row.facts_version !== row.planned_version },
      invited: people.map((one) => ({
        ...{ ...one, reasonShown: shown(one.id), missing: absent.get(one.id) ?? null },
        reason: shown(one.id) ? one.reason : null,
      })),
    },
    open: sessionMatters(facts, calendar).filter(({ standing, step }) => standing === 'open' && step !== 'attend'),
  }
}
