import { permissionsOf } from '../../queries/reading/loadReader'
import { goTo } from '../app/answer'
import { page, type Page } from '../app/page'
import { menuFor } from '../app/menu'

/** Which page is the home of whom: the first of these that the reader's menu has. */
const HOMES = ['/team', '/supervision', '/my-work'] as const

/** `/`: on to the home of whoever is signed in. */
export const HOME: readonly Page[] = [
  page({
    method: 'GET',
    path: '/',
    needs: 'see-own-work',
    answer: ({ reader }) => {
      const menu = new Set(menuFor(reader, '/').map(({ href }) => href))
      return goTo(
        HOMES.find((href) => menu.has(href)) ??
          (permissionsOf(reader).has('follow-police-track') ? '/police' : '/my-work'),
      )
    },
  }),
]
