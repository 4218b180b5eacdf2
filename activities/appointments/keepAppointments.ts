import type { LocalDate } from '@js-joda/core'
import type { AgendaLine } from '../../domain/agenda/agendaLine'
import type { ConferenceDue } from '../../domain/conference/conferencesDue'
import { paperworkStep } from '../../domain/conference/paperworkLines'
import { keyOf } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import type { Rules } from '../planning/rules'
import { hasLeft, type ToldRow } from '../planning/toldNotices'
import { withdrawNotices } from '../planning/writeNotices'
import type { ConferenceRow, FollowUpRow } from './appointmentRows'
import { conferencePlan, type ConferencePlan } from './conferencePlan'
import type { KeptElsewhere } from './keptElsewhere'
import { saveConferences } from './saveConferences'
import { saveFollowUps } from './saveFollowUps'

export interface Keeping {
  readonly caseId: string
  readonly kept: KeptElsewhere
  /** Obligations by key. */
  readonly ids: ReadonlyMap<string, string>
  readonly before: { readonly conferences: readonly ConferenceRow[]; readonly followUps: readonly FollowUpRow[] }
  /** What else is said of each matter, and when: by key. */
  readonly ahead: ReadonlyMap<string, number>
  /** Notices that stand. */
  readonly told: readonly ToldRow[]
  readonly rules: Rules
  readonly today: LocalDate
  /** Minute of the day at which this case looks at its dates. */
  readonly minute: number
  readonly now: number
}

/**
 * Sets the next appointment of each conference and follow-up of a case that was just planned, and takes back what was to be said of paperwork that is
 * done. Answers what is to be said of the rest now. Writes only what is otherwise than before; twice is the same as once.
 */
export async function keepAppointments(tx: Transaction, keeping: Keeping): Promise<readonly AgendaLine[]> {
  const { kept, before, told, now } = keeping
  if (kept.keys.size === 0 && before.conferences.length === 0 && before.followUps.length === 0) return []
  const rowOf = matching(keeping)
  const planned = [...kept.conferences, ...kept.over].flatMap((due): ConferencePlan[] => {
    const row = rowOf(due)
    // What was over before anybody here knew of it needs no row.
    return row === undefined && kept.over.includes(due) ? [] : [conferencePlan(due, row, keeping)]
  })
  const wanted = new Set(planned.flatMap(({ lines }) => lines.map(({ step }) => step)))
  const done = told.filter(
    (notice) => paperworkStep(notice.step) !== undefined && !wanted.has(notice.step) && !hasLeft(notice),
  )
  await withdrawNotices(
    tx,
    done.map(({ id }) => id),
    'it has been done, or its day has moved',
    new Date(now).toISOString(),
  )
  await saveConferences(tx, planned, keeping)
  await saveFollowUps(tx, keeping)
  return planned.flatMap(({ write }) => write)
}

/** The row of a conference: the oldest that shares a matter with it. */
function matching({ before, ids }: Keeping): (due: ConferenceDue) => ConferenceRow | undefined {
  const byMember = new Map<string, ConferenceRow>()
  for (const row of before.conferences)
    for (const member of row.members) if (!byMember.has(member)) byMember.set(member, row)
  const taken = new Set<ConferenceRow>()
  return ({ due }) => {
    const rows = due.flatMap((one) => byMember.get(ids.get(keyOf(one)) ?? '') ?? [])
    const row = rows.find((one) => !taken.has(one))
    if (row !== undefined) taken.add(row)
    return row
  }
}
