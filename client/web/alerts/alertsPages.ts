import type { Page } from '../app/page'
import { ALERT } from './alertPages'
import { ALERT_LIST } from './alertListPage'

export const ALERT_PAGES: readonly Page[] = [ALERT_LIST, ...ALERT]
