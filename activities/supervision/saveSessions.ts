import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import { notHeldOn } from '../../domain/supervision/diary'
import type { KeptSession } from '../../domain/supervision/kept/keptYear'
import type { When } from '../../domain/supervision/kept/movedSeries'
import { patternMinutes } from '../../domain/supervision/kept/patternMinutes'
import { slotName } from '../../domain/supervision/kept/yearToPlan'
import { notHeldWords } from '../../domain/supervision/reasonWords'
import type { Session } from '../../domain/supervision/session'
import type { YearPlan } from '../../domain/supervision/yearPlan'
import type { Transaction } from '../../prisma/database'
import { newId } from '../newId'
import { askAnew } from './askAnew'
import type { YearRow } from './yearRow'

/** A case that a team discusses. */
export interface Member {
  readonly id: string
  readonly ref: string
}

interface Saving {
  readonly year: YearRow
  readonly plan: YearPlan
  readonly sessions: readonly KeptSession[]
  readonly moves: ReadonlyMap<string, When>
  readonly ownLength: ReadonlySet<string>
  readonly members: readonly Member[]
  readonly today: LocalDate
  readonly now: number
  readonly calendar: WorkingCalendar
}

interface Saved {
  /** Sessions that are new, or otherwise than before, by id. */
  readonly concerns: readonly string[]
  /** The id under which a session of the plan is kept. */
  readonly idOf: (session: Session) => string
}

/**
 * Writes which sessions there are from tomorrow on and who is in which: those that move with their series stay themselves, those that the calendar or the pattern no longer
 * has are cancelled, new ones are diarised. The caller has locked the rows.
 */
export async function saveSessions(tx: Transaction, saving: Saving): Promise<Saved> {
  const { plan, sessions, moves, today } = saving
  const ahead = sessions.filter(({ on, state }) => on.isAfter(today) && state === 'planned')
  const known = new Map(ahead.map((one) => [slotName(moves.get(one.id) ?? one), one]))
  const planned = plan.sessions.filter(({ on }) => on.isAfter(today))
  const wanted = new Set(planned.map(slotName))
  const gone = ahead.filter((one) => !wanted.has(slotName(moves.get(one.id) ?? one)))
  await moveWithSeries(tx, moves, today)
  await cancel(tx, gone, saving)
  const made = new Map(
    planned.filter((one) => !known.has(slotName(one))).map((one) => [slotName(one), newId(saving.now)]),
  )
  const idOf = (session: Session): string => made.get(slotName(session)) ?? known.get(slotName(session))?.id ?? ''
  await insert(
    tx,
    planned.filter((one) => made.has(slotName(one))),
    { ...saving, idOf },
  )
  const resized = await resize(tx, planned, { ...saving, known, idOf })
  const replaced = await place(tx, planned, { ...saving, idOf })
  const concerns = new Set([...moves.keys(), ...gone.map(({ id }) => id), ...made.values(), ...resized, ...replaced])
  await tx.$executeRaw`
    update session set facts_version = facts_version + 1 where id = any(${[...concerns]}::uuid[]) and not (id = any(${[...made.values()]}::uuid[]))`
  return { concerns: [...concerns].sort(), idOf }
}

async function moveWithSeries(tx: Transaction, moves: ReadonlyMap<string, When>, today: LocalDate): Promise<void> {
  const rows = [...moves].map(([id, { on, at }]) => ({ id, on_day: on.toString(), at }))
  if (rows.length > 0)
    await tx.$executeRaw`
      update session s set papers_out_at = null, on_day = m.on_day, at = m.at, diarised_on = ${today.toString()}::date, revision = s.revision + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) m (id uuid, on_day date, at text) where s.id = m.id`
  await askAnew(tx, [...moves.keys()])
}

async function cancel(tx: Transaction, gone: readonly KeptSession[], { year, calendar }: Saving): Promise<void> {
  const rows = gone.map(({ id, on }) => {
    const because = notHeldOn(on, year, calendar)
    const why = because === undefined ? 'the team has no session then any longer' : notHeldWords(because)
    return { id, why }
  })
  if (rows.length > 0)
    await tx.$executeRaw`
      update session s set state = 'cancelled', state_why = g.why, revision = s.revision + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g (id uuid, why text) where s.id = g.id`
}

type Placing = Saving & { readonly idOf: (session: Session) => string }

async function insert(tx: Transaction, sessions: readonly Session[], { year, today, idOf }: Placing): Promise<void> {
  const rows = sessions.map((session) => ({
    ...{ id: idOf(session), team_id: year.teamId, on_day: session.on.toString(), at: session.at },
    ...{ minutes: patternMinutes(session, year), capacity: session.capacity, room: year.room, chair_id: year.chairId },
    ...{ origin: 'pattern', pattern_slot: null, state: 'planned', state_why: null, cancelled_by: null, revision: 0 },
    ...{ diarised_on: today.toString(), recorded_on: null, sampled: false, facts_version: 1, planned_version: 0 },
  }))
  if (rows.length > 0)
    await tx.$executeRaw`insert into session select * from jsonb_populate_recordset(null::session, ${JSON.stringify(rows)}::jsonb)`
}

interface Kept {
  readonly known: ReadonlyMap<string, KeptSession>
  readonly idOf: (session: Session) => string
  readonly year: YearRow
  readonly ownLength: ReadonlySet<string>
}

/** A session that holds another number of cases than before, or is longer or shorter. */
async function resize(tx: Transaction, planned: readonly Session[], kept: Kept): Promise<readonly string[]> {
  const { known, idOf, year, ownLength } = kept
  const rows = planned.flatMap((one) => {
    const before = known.get(slotName(one))
    if (before === undefined) return []
    const minutes = ownLength.has(before.id) ? before.minutes : patternMinutes(one, year)
    const same = before.capacity === one.capacity && before.minutes === minutes
    return same ? [] : [{ id: idOf(one), capacity: one.capacity, minutes }]
  })
  if (rows.length > 0)
    await tx.$executeRaw`
      update session s set capacity = r.capacity, revision = s.revision + case when s.minutes = r.minutes then 0 else 1 end, minutes = r.minutes
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, capacity int, minutes int) where s.id = r.id`
  return rows.map(({ id }) => id)
}

/** Puts every case where the plan has it, and takes it out of every other session ahead, or that was cancelled. Answers the sessions of which that is new. */
async function place(tx: Transaction, planned: readonly Session[], saving: Placing): Promise<readonly string[]> {
  const { members, sessions, today, idOf } = saving
  const ids = new Map(members.map(({ id, ref }) => [ref, id]))
  const wanted = planned.flatMap((session) =>
    session.cases.map((ref) => ({ session_id: idOf(session), case_id: ids.get(ref) ?? '' })),
  )
  const open = sessions
    .filter(({ on, state }) => state === 'cancelled' || (on.isAfter(today) && state === 'planned'))
    .map(({ id }) => id)
  const changed = await tx.$queryRaw<{ session_id: string }[]>`
    with wanted as (select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) w (session_id uuid, case_id uuid)),
    gone as (
      delete from session_case x where x.session_id = any(${open}::uuid[]) and x.discussed is null
        and not exists (select from wanted w where w.session_id = x.session_id and w.case_id = x.case_id) returning x.session_id),
    come as (
      insert into session_case (session_id, case_id, placed_on, placed_anew) select session_id, case_id, ${today.toString()}::date, false from wanted
      on conflict do nothing returning session_id)
    select session_id::text from gone union select session_id::text from come`
  return changed.map(({ session_id }) => session_id)
}
