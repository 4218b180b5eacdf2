import type { Paperwork } from '../../domain/conference/paperworkLines'
import { Prisma } from '../../prisma/generated/client'

/** A row of a process that keeps appointments for a case. Moments are ISO text. */
export interface AppointmentRow {
  readonly id: string
  readonly next_moment: string | null
}

/** A conference as the last plan left it. Dates are ISO text. */
export interface ConferenceRow extends AppointmentRow {
  readonly kind: Paperwork['kind']
  readonly trigger_on: string
  readonly again: boolean
  readonly due_on: string
  readonly state: 'due' | 'held' | 'not-held'
  readonly booked_for: string | null
  readonly booked_seen_on: string | null
  readonly held_on: string | null
  readonly invitations_out: boolean
  readonly facts_version: number
  readonly planned_version: number
  /** Obligations by id. */
  readonly members: readonly string[]
  /** Whether the time of the day booked was given, or somebody is invited: only then is its paperwork kept here. */
  readonly has_paperwork: boolean
  readonly reports_missing: number
}

export interface FollowUpRow extends AppointmentRow {
  readonly obligation_id: string
}

/** The conferences of a case, the oldest first. The case is locked, and whoever changes one locks the case first. */
export const conferencesOf = (caseId: string): Prisma.Sql => Prisma.sql`
  select c.id, c.kind, c.trigger_on, c.again, c.due_on, c.state, c.booked_for, c.booked_seen_on, c.held_on, coalesce(c.invitations_for = c.booked_for, false) as invitations_out,
    c.facts_version, c.planned_version, c.next_moment,
    (select coalesce(json_agg(m.obligation_id), '[]'::json) from conference_member m where m.conference_id = c.id) as members,
    coalesce(c.arranged_for = c.booked_for, false) or exists (select from conference_invitee i where i.conference_id = c.id) as has_paperwork,
    (select count(*)::int from conference_invitee i where i.conference_id = c.id and i.uninvited_on is null
      and i.report_asked_on is not null and i.report_received_on is null) as reports_missing
  from conference c where c.case_id = ${caseId}::uuid order by c.id`

export const followUpsOf = (caseId: string): Prisma.Sql => Prisma.sql`
  select id, obligation_id, next_moment from follow_up where case_id = ${caseId}::uuid order by id`
