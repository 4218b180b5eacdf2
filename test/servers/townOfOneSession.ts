import { quietTown, type QuietTown } from './quietTown'
import { addSupervisedCase, addSupervisionPeople, invitationsArrive, planAll, setPatternOf } from './supervisionTown'

export interface TownOfOneSession {
  readonly quiet: QuietTown
  /** That of Tuesday 7 April 2026. */
  readonly sessionId: string
}

/**
 * A team with a session a month and the cases T-1 and T-2, on 2 March 2026, when everybody has been invited. Good Friday is 3 April, Easter Monday 6 April: 5 working days before the
 * session of 7 April is 27 March.
 */
export async function townOfOneSession(): Promise<TownOfOneSession> {
  const quiet = await quietTown('2026-03-02')
  try {
    await addSupervisionPeople(quiet.town)
    for (const ref of ['T-1', 'T-2']) await addSupervisedCase(quiet.town, ref, '2026-02-02')
    await quiet.plan()
    await setPatternOf(quiet, { pattern: [{ weekday: 'tuesday', nth: [1], at: '09:30', minutes: 60 }] })
    await planAll(quiet)
    await invitationsArrive(quiet)
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = '2026-04-07'`
    if (row === undefined) throw new Error('The year has no session on 7 April 2026.')
    return { quiet, sessionId: row.id }
  } catch (error) {
    await quiet.stop()
    throw error
  }
}
