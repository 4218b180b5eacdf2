import type { Page } from './app/page'
import { ADMIN_PAGES } from './admin/adminPages'
import { ALERT_PAGES } from './alerts/alertsPages'
import { API_PAGES } from './api/apiPages'
import { CASE_PAGES } from './case/casePages'
import { DEMO_PAGES } from './demo/demoPages'
import { HANDOVER_PAGES } from './handover/handoverPages'
import { IMPORT_PAGES } from './import/importPages'
import { LIST_PAGES } from './lists/listsPages'
import { PLAN_PAGES } from './plans/plansPages'
import { POLICE_PAGES } from './police/policePages'
import { RECORD_PAGES } from './record/recordPages'
import { REPORT_PAGES } from './reports/reportsPages'
import { SEARCH_PAGES } from './search/searchPages'
import { SESSION_PAGES } from './session/sessionPages'
import { SETTINGS_PAGES } from './settings/settingsPages'
import { TEAM_PAGES } from './team/teamPages'
import { YEAR_PAGES } from './year/yearPages'
import { HOME } from './home/home'
import { MY_WORK } from './my-work/myWorkPage'

/** Every page there is, by its folder. The matrix of roles and routes is made from this list. */
export const PAGES: readonly Page[] = [
  ...HOME,
  ...MY_WORK,
  ...ADMIN_PAGES,
  ...ALERT_PAGES,
  ...API_PAGES,
  ...CASE_PAGES,
  ...DEMO_PAGES,
  ...HANDOVER_PAGES,
  ...IMPORT_PAGES,
  ...LIST_PAGES,
  ...PLAN_PAGES,
  ...POLICE_PAGES,
  ...RECORD_PAGES,
  ...REPORT_PAGES,
  ...SEARCH_PAGES,
  ...SESSION_PAGES,
  ...SETTINGS_PAGES,
  ...TEAM_PAGES,
  ...YEAR_PAGES,
]
