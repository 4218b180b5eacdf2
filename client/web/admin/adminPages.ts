import { teamTree } from '../../queries/admin/teamTree'
import { page, type Page } from '../app/page'
import { ACCESS_PAGES } from './accessPages'
import { AUTHORITY_PAGES } from './authorityPages'
import { CALENDAR_PAGES } from './calendarPages'
import { COVER_PAGES } from './coverPages'
import { healthPage } from './healthPage'
import { indexPage, unplannedPage } from './indexPage'
import { NEW_PERSON_PAGES } from './newPersonPages'
import { PEOPLE_PAGES } from './peoplePages'
import { PERSON_CHANGE_PAGES } from './personChangePages'
import { REASSIGN_PAGES } from './reassignPages'
import { RULES_PAGES } from './rulesPages'
import { adminPage } from './sections'
import { SENDING_PAGES } from './sendingPages'
import { teamsTable } from './teamRows'
import { templateAsMail, templatesPage } from './templatesPage'
import { UNDELIVERED_PAGES } from './undeliveredPages'

/** Administration: what needs a person, people and teams, rules and days, mail, health, access. Each page by its own permission. */
export const ADMIN_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin', needs: 'run-authority', answer: indexPage }),
  page({ method: 'GET', path: '/admin/unplanned', needs: 'run-authority', answer: unplannedPage }),
  ...PEOPLE_PAGES,
  ...NEW_PERSON_PAGES,
  ...PERSON_CHANGE_PAGES,
  ...REASSIGN_PAGES,
  page({
    ...{ method: 'GET', path: '/admin/teams', needs: 'administer' },
    answer: async ({ db, reader, today }) =>
      adminPage({ title: 'Teams', sections: [{ table: teamsTable(await teamTree(db, reader, today.toString())) }] }),
  }),
  ...COVER_PAGES,
  ...RULES_PAGES,
  ...CALENDAR_PAGES,
  page({ method: 'GET', path: '/admin/templates', needs: 'run-authority', answer: templatesPage }),
  page({ method: 'GET', path: '/admin/templates/:mail', needs: 'run-authority', answer: templateAsMail }),
  ...UNDELIVERED_PAGES,
  ...SENDING_PAGES,
  page({ method: 'GET', path: '/admin/health', needs: 'run-authority', answer: healthPage }),
  ...ACCESS_PAGES,
  ...AUTHORITY_PAGES,
]
