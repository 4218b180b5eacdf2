import { sessionStep, sessionSteps } from '../../../domain/supervision/session/sessionSteps'
import { notHeldWords } from '../../../domain/supervision/reasonWords'
import { isId } from '../../commands/isId'
import { placedCases } from '../../queries/api/placedCases'
import { holdsInTeam } from '../../queries/reading/holdsInTeam'
import type { Outstanding } from '../../queries/supervision/web/outstanding'
import { outstanding } from '../../queries/supervision/web/outstanding'
import { teamById } from '../../queries/supervision/web/teamById'
import { yearOnPage, type YearOnPage } from '../../queries/supervision/web/yearOnPage'
import { json } from '../app/answer'
import { endpoint, NO_SUCH, problem } from './endpoint'
import { YEAR } from './supervisionSchemas'

const NOT_SET = problem(404, 'Nobody has set a year of group supervision for this team yet. Its coordinator can.')

/** The year of a team, for who organises it: as its page has it. */
export const YEAR_ENDPOINT = endpoint({
  ...{ method: 'GET', path: '/api/v1/supervision/:team/year', needs: 'organise-supervision' },
  ...{ summary: 'A team’s year of group supervision', output: YEAR },
  answer: async ({ db, reader, params, now }) => {
    const teamId = (params['team'] ?? '').toLowerCase()
    if (!isId(teamId) || !holdsInTeam(reader, 'organise-supervision', teamId)) return NO_SUCH
    const team = await teamById(db, teamId)
    if (team === undefined) return NO_SUCH
    const year = await yearOnPage(db, reader, { teamId, now })
    if (year === undefined) return NOT_SET
    const sessionIds = year.sessions.map(({ id }) => id)
    const [cases, matters] = await Promise.all([placedCases(db, reader, sessionIds), outstanding(db, reader, [teamId])])
    return json({
      ...{ id: teamId, team, ...partsOf(year, cases) },
      outstanding: matters.map(matterOf),
    })
  },
})

/** Why a case moved is not here: the reason may name another case, which the reader may not be allowed to know of. */
const partsOf = (
  { row, sessions, gaps, changes, skipped, behind }: YearOnPage,
  cases: ReadonlyMap<string, number>,
): object => ({
  ...{ room: row.room, minutesPerCase: row.minutesPerCase, behind },
  pattern: row.pattern.map(({ weekday, nth, at, minutes }) => ({ weekday, nth, at, minutes })),
  sessions: sessions.map(({ id, on, at, minutes, room, state, why, capacity, unanswered, declined }) => ({
    ...{ id, on, at, minutes, room, state, why, capacity, unanswered, declined },
    cases: cases.get(id) ?? 0,
  })),
  gaps: gaps.map(({ ref, month, why }) => ({ case: ref, month, why })),
  moves: changes.map(({ ref, change, from_day: from, to_day: to }) => ({ case: ref, change, from, to })),
  notHeld: skipped.map(({ on, at, because }) => ({ on: on.toString(), at, why: notHeldWords(because) })),
})

const matterOf = ({ sessionId, step, about, dueOn, late, why }: Outstanding): object => ({
  ...{ session: sessionId, step, title: sessionStep(step, sessionSteps).title, about, dueOn: dueOn.toString() },
  ...{ late, why },
})
