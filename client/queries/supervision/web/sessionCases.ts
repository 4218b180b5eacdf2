import type { Database } from '../../../../prisma/database'
import type { Reader } from '../../reading/loadReader'
import { readableCases } from '../../reading/readableCases'
import { seenCases } from './seenCases'
import type { SessionAccess } from './sessionAccess'
import { SUMMARY_VERSION } from './summaryVersion'

/** A case of a session that its reader sees. */
export interface SessionCaseRow {
  readonly id: string
  readonly ref: string
  readonly teamId: string | null
  readonly liveSince: string | null
  /** Its place in the order of the session, from 0, the same for everybody. Restricted ones come last: a gap among the others would tell between which references theirs lies. */
  readonly place: number
  /** Whether they may open its own page as well: somebody invited from elsewhere may not. */
  readonly readable: boolean
  readonly children: readonly { readonly id: string; readonly name: string }[]
  readonly summary: string | null
  readonly writtenBy: string | null
  /** When it was last written. */
  readonly writtenAt: Date | null
  /** Of summary and review: empty where nothing is written. */
  readonly version: string
  readonly reviewedBy: string | null
  readonly reviewedAt: Date | null
  readonly reviewWords: string | null
  readonly discussed: boolean | null
  readonly whyNot: string | null
  readonly lines: number
  readonly actions: number
}

/** The cases of a session in their order, as far as this reader sees them; another is not named, nor counted. */
export const sessionCases = (
  db: Database,
  reader: Reader,
  access: Pick<SessionAccess, 'id' | 'sees'>,
): Promise<SessionCaseRow[]> => db.$queryRaw<SessionCaseRow[]>`
  select c.id::text, c.ref, c.team_id::text as "teamId", c.live_since::text as "liveSince", o.place::int, ${readableCases(reader)} as readable,
    (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.forename || ' ' || k.surname) order by k.born_on, k.forename, k.id), '[]')
      from child k where k.case_id = c.id) as children,
    s.text as summary, w.name as "writtenBy", coalesce(s.rewritten_at, s.written_at) as "writtenAt", ${SUMMARY_VERSION} as version, r.name as "reviewedBy", s.reviewed_at as "reviewedAt", s.review_words as "reviewWords",
    o.discussed, o.why_not as "whyNot",
    (select count(*)::int from minute m where m.session_id = o.session_id and m.case_id = c.id) as lines,
    (select count(*)::int from chronology_event e where e.case_id = c.id and e.kind = 'action-agreed' and not e.voids and e.payload ->> 'meeting' = o.session_id::text
      and not exists (select from chronology_event v where v.case_id = e.case_id and v.supersedes = e.id)) as actions
  from (select x.session_id, x.case_id, x.discussed, x.why_not, row_number() over (order by exists (select from case_restriction r where r.case_id = k.id and r.lifted_at is null), k.ref) - 1 as place
      from session_case x join case_file k on k.id = x.case_id where x.session_id = ${access.id}::uuid) o
    join case_file c on c.id = o.case_id left join summary s on s.session_id = o.session_id and s.case_id = c.id
    left join person w on w.id = s.written_by left join person r on r.id = s.reviewed_by
  where ${seenCases(reader, access)} order by o.place`
