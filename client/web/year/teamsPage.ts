import { teamsOf } from '../../queries/reading/loadReader'
import { mySessions } from '../../queries/supervision/web/mySessions'
import { outstanding } from '../../queries/supervision/web/outstanding'
import { teamYears } from '../../queries/supervision/web/teamYears'
import { goTo, show } from '../app/answer'
import { page } from '../app/page'
import { mySessionLine, teamLine } from './teamLine'

/** Teams on a page. */
const MOST = 25

/** `/supervision`: the teams whose year somebody looks after, and the sessions they are invited to. Whoever looks after one team only is taken to its year. */
export const TEAMS_PAGE = page({
  method: 'GET',
  path: '/supervision',
  needs: 'see-own-work',
  answer: async ({ db, reader, query }) => {
    const held = teamsOf(reader, 'organise-supervision')
    if (held !== 'everywhere' && held.size === 1) return goTo(`/supervision/${[...held][0] ?? ''}/year`)
    const from = typeof query['from'] === 'string' && /^\d{1,4}$/.test(query['from']) ? Number(query['from']) : 0
    const found = await teamYears(db, reader, { teamIds: held === 'everywhere' ? null : [...held], from, most: MOST })
    const teams = found.slice(0, MOST)
    const things = await outstanding(
      db,
      reader,
      teams.map(({ id }) => id),
    )
    return show('year/teams.njk', {
      teams: teams.map((team) => teamLine(team, things)),
      mine: (await mySessions(db, reader)).map(mySessionLine),
      more: found.length > MOST ? `/supervision?from=${String(from + MOST)}` : null,
      before: from > 0 ? `/supervision?from=${String(Math.max(0, from - MOST))}` : null,
      organises: held === 'everywhere' || held.size > 0,
    })
  },
})
