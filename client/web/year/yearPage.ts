import { changeWords } from '../../../activities/mail/supervision/changeWords'
import { isoDay } from '../../../domain/calendar/isoDay'
import { isId } from '../../commands/isId'
import { holdsInTeam } from '../../queries/reading/holdsInTeam'
import { outstanding } from '../../queries/supervision/web/outstanding'
import { teamById } from '../../queries/supervision/web/teamById'
import { yearOnPage } from '../../queries/supervision/web/yearOnPage'
import { NOTHING_HERE, show } from '../app/answer'
import { dayWords } from '../app/momentWords'
import { page } from '../app/page'
import { gapLine } from './gapLine'
import { gapMonths } from './gapMonths'
import { leadOf } from './lead'
import { outstandingGroups } from './outstandingGroups'
import { patternWords } from './patternWords'
import { offLine, sessionLine, yearWall } from './yearWall'

/** `/supervision/:team/year`: twelve months of a team, what has no place, what moved, what is outstanding. */
export const YEAR_PAGE = page({
  method: 'GET',
  path: '/supervision/:team/year',
  needs: 'organise-supervision',
  answer: async ({ db, reader, params, today, now }) => {
    const teamId = (params['team'] ?? '').toLowerCase()
    if (!isId(teamId) || !holdsInTeam(reader, 'organise-supervision', teamId)) return NOTHING_HERE
    const team = await teamById(db, teamId)
    if (team === undefined) return NOTHING_HERE
    const year = await yearOnPage(db, reader, { teamId, now })
    if (year === undefined) return show('year/noYear.njk', { team, teamId })
    const things = await outstanding(db, reader, [teamId])
    const ahead = year.sessions.filter(({ on, state }) => state === 'planned' && !isoDay(on).isBefore(today))
    const [next] = ahead
    return show('year/year.njk', {
      ...{ team, teamId, meets: patternWords(year.row), behind: year.behind, problem: year.problem },
      lead: leadOf({
        gaps: year.gaps.length,
        late: things.filter(({ late }) => late).length,
        due: things.filter(({ late }) => !late).length,
        moved: year.changes.length,
      }),
      next:
        next === undefined
          ? null
          : { text: `${dayWords(isoDay(next.on))}, ${next.at}`, href: `/supervision/sessions/${next.id}` },
      wall: yearWall({ ...year, today }),
      gaps: gapMonths(year.gaps.map((gap) => gapLine(gap, year, today))),
      changes: year.changes.map((one) => ({ ref: one.ref, text: changeWords(one) })),
      groups: outstandingGroups(things),
      sessions: year.sessions.map((one) => sessionLine(one, today)),
      off: year.skipped.map(offLine),
    })
  },
})
