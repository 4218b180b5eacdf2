import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { londonDay } from '../../domain/calendar/london'
import type { SessionFacts } from '../../domain/supervision/session/sessionFacts'
import type { Database, Transaction } from '../../prisma/database'

/** A session's row as its process needs it. */
export interface SessionRow {
  readonly id: string
  readonly team_id: string
  readonly on_day: string
  readonly at: string
  readonly state: SessionFacts['state']
  readonly revision: number
  readonly facts_version: number
  readonly diarised_on: string
  readonly recorded_on: string | null
  readonly sampled: boolean
  readonly papers_out_at: Date | null
  readonly minutes_out_at: Date | null
  readonly checked_at: Date | null
}

/** The row of a session, locked for this transaction. Undefined when there is none (a restored backup). */
export async function lockSession(tx: Transaction, sessionId: string): Promise<SessionRow | undefined> {
  const [row] = await tx.$queryRaw<SessionRow[]>`
    select id::text, team_id::text, on_day::text, at, state, revision, facts_version, diarised_on::text, recorded_on::text, sampled, papers_out_at, minutes_out_at, checked_at
    from session where id = ${sessionId}::uuid for update`
  return row
}

interface InviteeRow {
  readonly person_id: string
  readonly invited_on: string
  readonly reply: 'accepted' | 'declined' | 'tentative' | null
  readonly replied_on: string | null
  readonly exception_reason: string | null
  readonly decided_on: string | null
  readonly approved: boolean | null
}

interface CaseRow {
  readonly case_id: string
  readonly placed_on: string
  readonly written_at: Date | null
  readonly reviewed_at: Date | null
}

const dayOf = (moment: Date | null): LocalDate | null => (moment === null ? null : londonDay(moment.getTime()))
const isoOrNull = (text: string | null): LocalDate | null => (text === null ? null : isoDay(text))

/** What is known of a session: who is invited and what they answered, which cases, what has been done. */
export async function loadSessionFacts(tx: Transaction | Database, row: SessionRow): Promise<SessionFacts> {
  const invitees = await tx.$queryRaw<InviteeRow[]>`
    select person_id::text, invited_on::text, reply, replied_on::text, exception_reason, decided_on::text, approved
    from attendance where session_id = ${row.id}::uuid and uninvited_on is null order by person_id`
  const cases = await tx.$queryRaw<CaseRow[]>`
    select x.case_id::text, x.placed_on::text, s.written_at, s.reviewed_at from session_case x
      left join summary s on s.session_id = x.session_id and s.case_id = x.case_id
    where x.session_id = ${row.id}::uuid order by x.case_id`
  return {
    ...{ id: row.id, on: isoDay(row.on_day), plannedOn: isoDay(row.diarised_on), state: row.state },
    recordedHeldOn: isoOrNull(row.recorded_on),
    ...{ papersOutOn: dayOf(row.papers_out_at), minutesOutOn: dayOf(row.minutes_out_at) },
    ...{ qualityCheckedOn: dayOf(row.checked_at), sampled: row.sampled },
    invitees: invitees.map((one) => ({
      ...{
        personId: one.person_id,
        invitedOn: isoDay(one.invited_on),
        reply: one.reply,
        repliedOn: isoOrNull(one.replied_on),
      },
      exception:
        one.exception_reason === null && one.approved === null
          ? null
          : {
              reasonGiven: one.exception_reason !== null,
              approvedOn: one.approved === true ? isoOrNull(one.decided_on) : null,
              refusedOn: one.approved === false ? isoOrNull(one.decided_on) : null,
            },
    })),
    cases: cases.map((one) => ({
      caseId: one.case_id,
      // Of a session that was moved, nobody knew sooner.
      placedOn: one.placed_on < row.diarised_on ? isoDay(row.diarised_on) : isoDay(one.placed_on),
      ...{ summaryWrittenOn: dayOf(one.written_at), summaryReviewedOn: dayOf(one.reviewed_at) },
    })),
  }
}
