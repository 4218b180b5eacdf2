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
  const rowsOf = matching(keeping)
  const planned = [...kept.conferences, ...kept.over].flatMap((due): ConferencePlan[] => {
    const [row, ...merged] = rowsOf(due)
    // What was over before anybody here knew of it needs no row.
    return row === undefined && kept.over.includes(due) ? [] : [conferencePlan(due, { row, merged }, keeping)]
  })
  const wanted = new Set(
    planned.flatMap(({ lines, conference: { due } }) =>
      lines.flatMap(({ step }) => due.map((one) => `${step} ${keyOf(one)}`)),
    ),
  )
  const done = told.filter(
    (notice) =>
      paperworkStep(notice.step) !== undefined && !wanted.has(`${notice.step} ${keyOf(notice)}`) && !hasLeft(notice),
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

/** The rows of a conference, which share a matter with it: the one to which invitations are out, else the oldest, and those that have become one with it. */
function matching({ before, ids }: Keeping): (due: ConferenceDue) => readonly ConferenceRow[] {
  const taken = new Set<ConferenceRow>()
  return ({ due }) => {
    const members = new Set(due.flatMap((one) => ids.get(keyOf(one)) ?? []))
    const rows = before.conferences
      .filter((row) => !taken.has(row) && row.members.some((member) => members.has(member)))
      .sort((a, b) => Number(b.invitations_out) - Number(a.invitations_out))
    const [first, ...others] = rows
    if (first === undefined) return []
    taken.add(first)
    // One that another conference still needs is not merged: all of its matters are here.
    const merged = others.filter((row) => row.members.every((member) => members.has(member)))
    for (const row of merged) taken.add(row)
    return [first, ...merged]
  }
}
