import { teamsOf } from '../../queries/reading/loadReader'
import { mySessions } from '../../queries/supervision/web/mySessions'
import { outstanding } from '../../queries/supervision/web/outstanding'
import { teamYears } from '../../queries/supervision/web/teamYears'
import { goTo, show } from '../app/answer'
import { page } from '../app/page'
import { sheetOf, turned } from '../app/sheets'
import { mySessionLine, teamLine } from './teamLine'

/** Teams on a page. */
const TEAMS = 25

/** `/supervision`: the teams whose year somebody looks after, and the sessions they are invited to. Whoever looks after one team only is taken to its year. */
export const TEAMS_PAGE = page({
  method: 'GET',
  path: '/supervision',
  needs: 'see-own-work',
  answer: async ({ db, reader, query }) => {
    const held = teamsOf(reader, 'organise-supervision')
    if (held !== 'everywhere' && held.size === 1) return goTo(`/supervision/${[...held][0] ?? ''}/year`)
    const sheet = sheetOf(query, TEAMS)
    const found = await teamYears(db, reader, { teamIds: held === 'everywhere' ? null : [...held], ...sheet })
    const { rows: teams, ...turns } = turned(found, sheet, (number) => `/supervision?page=${String(number)}`)
    const things = await outstanding(
      db,
      reader,
      teams.map(({ id }) => id),
    )
    return show('year/teams.njk', {
      teams: teams.map((team) => teamLine(team, things)),
      mine: (await mySessions(db, reader)).map(mySessionLine),
      sheet: turns,
      organises: held === 'everywhere' || held.size > 0,
    })
  },
})
