import { isoDay } from '../../../domain/calendar/isoDay'
import { dueLines, type DueAsked } from '../../queries/web/dueLines'
import { noteNames } from '../../commands/web/noteNames'
import { MOST_FOUND, searchCases } from '../../queries/web/searchCases'
import { json } from '../app/answer'
import { isEnough, searchWords, typedWords } from '../search/searchWords'
import { placeOf, placeText } from './dueCursor'
import * as of from './dueSchemas'
import { endpoint, listed, problem, type Endpoint } from './endpoint'

const NO_TEAM = problem(422, 'team: You work in no team of your own. Name one by its id.')
const TOO_LITTLE = problem(422, 'q: Type two letters or numbers at least.')

/** What is due and late, and the search: over all the cases a reader may open. */
export const DUE_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    ...{ method: 'GET', path: '/api/v1/due', needs: 'see-own-work', summary: 'What is late and due, late first' },
    ...{ query: of.DUE_ASKED, output: of.DUE },
    answer: async ({ db, reader, today }, { query: { who, team, within, late, escalated, after, limit } }) => {
      const teamId = team ?? (who === 'team' ? reader.teamId : null)
      if (who === 'team' && teamId === null) return NO_TEAM
      const asked: DueAsked = {
        ...{ mine: who === 'me', teamId, within, rule: null },
        ...{ late: late === 'true', escalated: escalated === 'true' },
      }
      const place = placeOf(after)
      const rows = await dueLines(db, reader, asked, {
        ...{ from: 0, most: limit + 1 },
        ...(place === undefined ? {} : { after: place }),
      })
      const lines = rows.map(({ id, ref, due_on, booked_for, ...row }) => ({
        ...{ ...row, obligation: id, case: ref, dueOn: due_on, bookedFor: booked_for },
        late: isoDay(due_on).isBefore(today),
      }))
      return listed(lines, limit, (line) =>
        placeText({ due_on: line.dueOn, id: line.obligation, rule: line.rule, ref: line.case }),
      )
    },
  }),
  endpoint({
    ...{
      method: 'GET',
      path: '/api/v1/search',
      needs: 'see-own-work',
      summary: 'Cases by reference, child’s name or worker',
    },
    ...{ query: of.SEARCH_ASKED, output: of.FOUND },
    answer: async ({ db, reader, now }, { query: { q } }) => {
      const words = searchWords(typedWords(q))
      if (!isEnough(words)) return TOO_LITTLE
      const found = await searchCases(db, reader, words)
      const items = found.slice(0, MOST_FOUND)
      await noteNames(db, { actorId: reader.id, page: '/api/v1/search', refs: items.map(({ ref }) => ref), now })
      return json({ items, more: found.length > MOST_FOUND })
    },
  }),
]
