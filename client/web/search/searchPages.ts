import { noteNames } from '../../commands/web/noteNames'
import { exactReference, MOST_FOUND, searchCases, type FoundCase } from '../../queries/web/searchCases'
import { goTo, show } from '../app/answer'
import { page, type Page } from '../app/page'
import { isEnough, searchWords, typedWords } from './searchWords'

/** Search by reference, child's name or worker, within what the reader may open. What was typed is kept nowhere. */
export const SEARCH_PAGES: readonly Page[] = [
  page({
    method: 'GET',
    path: '/search',
    needs: 'see-own-work',
    answer: async ({ db, reader, query, now }) => {
      const typed = typedWords(query['q'])
      const words = searchWords(typed)
      if (!isEnough(words)) return show('search/search.njk', { typed, rows: [], said: hint(typed) })
      const exact = await exactReference(db, reader, typed)
      if (exact !== undefined) return goTo(`/cases/${encodeURIComponent(exact)}`)
      const found = await searchCases(db, reader, words)
      const shown = found.slice(0, MOST_FOUND)
      await noteNames(db, { actorId: reader.id, page: '/search', refs: shown.map(({ ref }) => ref), now })
      return show('search/search.njk', {
        typed,
        rows: shown.map(foundRow),
        said: foundWords(found.length),
      })
    },
  }),
]

const hint = (typed: string): string =>
  typed === ''
    ? 'Type a reference, a child’s name or a worker’s name. The start of each word is enough.'
    : 'Type two letters or numbers at least.'

const foundWords = (count: number): string => {
  if (count === 0)
    return 'No case that you may open matches. Check the spelling, or type less: the start of each word is enough.'
  if (count > MOST_FOUND)
    return `More than ${String(MOST_FOUND)} cases match. These are the first; add a word to find yours.`
  return count === 1 ? '1 case matches.' : `${String(count)} cases match.`
}

const foundRow = ({ ref, open, team, children, workers }: FoundCase): object => ({
  ref,
  href: `/cases/${encodeURIComponent(ref)}`,
  children: children.join(', '),
  workers: workers.length === 0 ? 'No worker' : workers.join(', '),
  team: team ?? 'No team',
  status: open ? 'Open' : 'Closed',
})
