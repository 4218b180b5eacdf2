import ICAL from 'ical.js'
import { inTransaction } from '../../../prisma/inTransaction'
import { saveSession } from '../../../client/commands/supervision/acting'
import { changeOne, type SessionChange } from '../../../client/commands/supervision/changeSession'
import {
  addSupervisedCase,
  addSupervisionPeople,
  COORDINATOR,
  planAll,
  setPatternOf,
} from '../../servers/supervisionTown'
import { quietTown, type QuietTown } from '../../servers/quietTown'
import { randomUUID } from 'node:crypto'

/** A town whose team has a year of sessions, and everybody their invitations. Commands are run against it. */
export async function townWithAYear(startsOn: string, refs: readonly string[]): Promise<QuietTown> {
  const quiet = await quietTown(startsOn, { namespace: true })
  await addSupervisionPeople(quiet.town)
  for (const ref of refs) await addSupervisedCase(quiet.town, ref, '2026-02-02')
  await quiet.plan()
  await setPatternOf(quiet)
  await planAll(quiet)
  await quiet.moveTo(startsOn)
  await quiet.deliver()
  return quiet
}

/** The sessions ahead, the next one first. */
export const sessionsAhead = async ({ db }: QuietTown): Promise<readonly string[]> =>
  (await db.$queryRaw<{ id: string }[]>`select id::text from session where state = 'planned' order by on_day, at`).map(
    ({ id }) => id,
  )

/** The calendar of the newest mail that invited somebody to a session. */
export function invitationTo(quiet: QuietTown, sessionId: string, address: string): string {
  const mail = quiet.mails.findLast(({ to, calendar }) => {
    if (calendar == null || to.address !== address) return false
    const event = new ICAL.Component(ICAL.parse(calendar) as unknown[]).getFirstSubcomponent('vevent')
    return String(event?.getFirstPropertyValue('uid')).startsWith(sessionId)
  })
  if (mail?.calendar == null) throw new Error(`${address} has no invitation to ${sessionId}.`)
  return mail.calendar
}

/** The coordinator changes a session; refusals throw. */
export async function change(quiet: QuietTown, what: Exclude<SessionChange, { change: 'add' }>): Promise<void> {
  const about = {
    ...{ actorId: COORDINATOR, commandId: randomUUID(), action: `supervision-session-${what.change}` },
    ...{ sessionId: what.sessionId, concerns: 'year' as const },
  }
  const { answer } = await inTransaction(quiet.db, (tx) =>
    saveSession(tx, about, (inside, acting) => changeOne(inside, acting, what)),
  )
  if ('refused' in answer) throw new Error(`${answer.refused}: ${answer.todo}`)
}
