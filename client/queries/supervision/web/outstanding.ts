import type { LocalDate } from '@js-joda/core'
import { calendarInForce } from '../../../../activities/planning/calendarInForce'
import { isoDay } from '../../../../domain/calendar/isoDay'
import { londonDay } from '../../../../domain/calendar/london'
import type { Invitee, SessionCase, SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import { openSessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import type { SessionStepId } from '../../../../domain/supervision/session/sessionSteps'
import { grouped } from '../../../../domain/supervision/summary/grouped'
import { Prisma } from '../../../../prisma/generated/client'
import { rowsOf } from '../../../../prisma/rowsOf'
import type { Database } from '../../../../prisma/database'
import type { Reader } from '../../reading/loadReader'
import { readableCases } from '../../reading/readableCases'

/** Days: how far back sessions are asked for, how far ahead, and how far ahead something that falls due is named. */
const BACK = 62
const AHEAD = 31
const DUE_WITHIN = 14

/** One thing that has to happen for a session: late, or due within two weeks. */
export interface Outstanding {
  readonly teamId: string
  readonly sessionId: string
  readonly on: LocalDate
  readonly at: string
  readonly step: SessionStepId
  /** The person or the case it is about; null where it is about the session. */
  readonly about: string | null
  readonly dueOn: LocalDate
  readonly late: boolean
  readonly why: readonly string[]
}

interface SessionRow {
  readonly id: string
  readonly teamId: string
  readonly on: string
  readonly at: string
  readonly state: SessionFacts['state']
  readonly diarisedOn: string
  readonly recordedOn: string | null
  readonly sampled: boolean
  readonly papersOut: string | null
  readonly minutesOut: string | null
  readonly checked: string | null
}

interface InviteeRow {
  readonly sessionId: string
  readonly personId: string
  readonly name: string
  readonly invitedOn: string
  readonly reply: Invitee['reply']
  readonly repliedOn: string | null
  readonly reason: string | null
  readonly decidedOn: string | null
  readonly approved: boolean | null
}

interface CaseRow {
  readonly sessionId: string
  readonly caseId: string
  readonly ref: string
  readonly placedOn: string
  readonly written: string | null
  readonly reviewed: string | null
}

/** On `session s`, one that was held: its minutes are out, and where it is sampled somebody has looked at them again. Of it nothing is open any more. */
const IS_OVER = Prisma.sql`(s.minutes_out_at is not null and (not s.sampled or s.checked_at is not null))`

/** What is outstanding for the sessions of some teams, by day; with one question however many sessions. Nothing about a case that the reader may not read. */
export async function outstanding(
  db: Database,
  reader: Reader,
  teamIds: readonly string[],
): Promise<readonly Outstanding[]> {
  const { day: today } = reader
  const some = Prisma.sql`select s.* from session s where s.team_id = any(${[...teamIds]}::uuid[])
    and s.on_day between ${today.minusDays(BACK).toString()}::date and ${today.plusDays(AHEAD).toString()}::date
    and (s.state = 'planned' or (s.state = 'held' and not ${IS_OVER}))`
  const { sessions, invitees, cases } = await rowsOf<{ sessions: SessionRow; invitees: InviteeRow; cases: CaseRow }>(
    db,
    {
      sessions: Prisma.sql`
      select id, team_id as "teamId", on_day as on, at, state, diarised_on as "diarisedOn", recorded_on as "recordedOn", sampled,
        papers_out_at as "papersOut", minutes_out_at as "minutesOut", checked_at as checked from (${some}) s order by on_day, at, id`,
      invitees: Prisma.sql`
      select a.session_id as "sessionId", a.person_id as "personId", p.name, a.invited_on as "invitedOn", a.reply, a.replied_on as "repliedOn", a.exception_reason as reason,
        a.decided_on as "decidedOn", a.approved from (${some}) s join attendance a on a.session_id = s.id join person p on p.id = a.person_id
      where a.uninvited_on is null order by p.name, p.id`,
      cases: Prisma.sql`
      select x.session_id as "sessionId", c.id as "caseId", c.ref, x.placed_on as "placedOn", w.written_at as written, w.reviewed_at as reviewed
      from (${some}) s join session_case x on x.session_id = s.id join case_file c on c.id = x.case_id
        left join summary w on w.session_id = x.session_id and w.case_id = x.case_id
      where ${readableCases(reader)} order by c.ref`,
    },
  )
  const calendar = await calendarInForce(db)
  const invited = grouped(invitees, ({ sessionId }) => sessionId)
  const placed = grouped(cases, ({ sessionId }) => sessionId)
  return sessions
    .flatMap((session) => {
      const people = invited.get(session.id) ?? []
      const discussed = placed.get(session.id) ?? []
      const names = new Map([
        ...people.map(({ personId, name }) => [personId, name] as const),
        ...discussed.map(({ caseId, ref }) => [caseId, ref] as const),
      ])
      const facts = factsOf(session, people, discussed)
      return openSessionMatters(facts, calendar).map(({ step, subject, dueOn, why }) => ({
        ...{ teamId: session.teamId, sessionId: session.id, on: facts.on, at: session.at, step, dueOn, why },
        ...{ about: names.get(subject) ?? null, late: dueOn.isBefore(today) },
      }))
    })
    .filter(({ dueOn }) => !dueOn.isAfter(today.plusDays(DUE_WITHIN)))
    .sort((a, b) => a.dueOn.compareTo(b.dueOn))
}

const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : isoDay(text))
const momentDay = (text: string | null): LocalDate | null => (text === null ? null : londonDay(Date.parse(text)))

const factsOf = (row: SessionRow, people: readonly InviteeRow[], cases: readonly CaseRow[]): SessionFacts => ({
  ...{ id: row.id, on: isoDay(row.on), plannedOn: isoDay(row.diarisedOn), state: row.state, sampled: row.sampled },
  ...{ recordedHeldOn: dayOrNull(row.recordedOn), papersOutOn: momentDay(row.papersOut) },
  ...{ minutesOutOn: momentDay(row.minutesOut), qualityCheckedOn: momentDay(row.checked) },
  invitees: people.map((one) => inviteeOf(one)),
  cases: cases.map((one): SessionCase => ({
    caseId: one.caseId,
    // Of a session that was moved, nobody knew sooner.
    placedOn: isoDay(one.placedOn < row.diarisedOn ? row.diarisedOn : one.placedOn),
    ...{ summaryWrittenOn: momentDay(one.written), summaryReviewedOn: momentDay(one.reviewed) },
  })),
})

const inviteeOf = ({ personId, invitedOn, reply, repliedOn, reason, approved, decidedOn }: InviteeRow): Invitee => ({
  ...{ personId, invitedOn: isoDay(invitedOn), reply, repliedOn: dayOrNull(repliedOn) },
  exception:
    reason === null && approved === null
      ? null
      : {
          reasonGiven: reason !== null,
          approvedOn: approved === true ? dayOrNull(decidedOn) : null,
          refusedOn: approved === false ? dayOrNull(decidedOn) : null,
        },
})
