import type { WorkingCalendar } from '../calendar/workingCalendar'
import { byText } from './byText'
import { notHeldOn } from './diary'
import { sessionId, type Session } from './session'
import type { Team, YearInput } from './yearInput'

/** A session of an earlier plan. */
export interface EarlierSession extends Session {
  /** What it would be called today: two plans have the same session where team, day and time are the same. */
  readonly key: string
  /** Epoch day. */
  readonly day: number
}

/** What an earlier plan, and the sessions held since, say of every case. */
export interface EarlierPlan {
  /** Sessions held before `from`, by day and time. */
  readonly held: readonly Session[]
  /** The sessions in which a case was discussed before `from`, by day and time. */
  readonly discussed: (ref: string) => readonly EarlierSession[]
  /** The sessions from `from` on in which the earlier plan has a case, by day and time. */
  readonly planned: (ref: string) => readonly EarlierSession[]
}

/** A session before `from` was held, unless its day has since become a bank holiday or a closed date, or it was called off. */
export function earlierPlan({ existing, from, teams }: YearInput, calendar: WorkingCalendar): EarlierPlan {
  const teamOf = new Map(teams.map((team) => [team.id, team]))
  const sessions = existing
    .map((session) => ({
      ...session,
      key: sessionId(session.team, session.on, session.at),
      day: session.on.toEpochDay(),
    }))
    .sort((a, b) => a.day - b.day || byText(a.at, b.at) || byText(a.team, b.team) || byText(a.id, b.id))
  const firstDay = from.toEpochDay()
  const held = sessions.filter((one) => one.day < firstDay && wasHeld(one, teamOf.get(one.team), calendar))
  const discussed = byCase(held)
  const planned = byCase(sessions.filter(({ day }) => day >= firstDay))
  return {
    held: held.map(({ id, team, on, at, capacity, cases }) => ({ id, team, on, at, capacity, cases })),
    discussed: (ref) => discussed.get(ref) ?? NONE,
    planned: (ref) => planned.get(ref) ?? NONE,
  }
}

const NONE: readonly EarlierSession[] = []

function wasHeld({ on, at }: Session, team: Team | undefined, calendar: WorkingCalendar): boolean {
  const calledOff = team?.oneOffs.some((one) => one.minutes === 0 && one.at === at && one.on.equals(on)) === true
  return !calledOff && notHeldOn(on, team ?? { closedDates: [] }, calendar) === undefined
}

function byCase(sessions: readonly EarlierSession[]): ReadonlyMap<string, readonly EarlierSession[]> {
  const found = new Map<string, EarlierSession[]>()
  for (const session of sessions)
    for (const ref of session.cases) {
      const slots = found.get(ref)
      if (slots === undefined) found.set(ref, [session])
      else slots.push(session)
    }
  return found
}
