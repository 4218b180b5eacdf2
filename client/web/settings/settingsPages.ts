import { settingsOf } from '../../queries/web/settingsOf'
import { show } from '../app/answer'
import { page, type Page } from '../app/page'
import { settingsShown } from './settingsShown'

/** `/settings`: why somebody gets mail, and by which roles and days; mails link to it. */
export const SETTINGS_PAGES: readonly Page[] = [
  page({
    ...{ method: 'GET', path: '/settings', needs: 'see-own-work' },
    answer: async ({ db, reader, today }) =>
      show('settings/settings.njk', settingsShown(await settingsOf(db, reader.id, today))),
  }),
]
