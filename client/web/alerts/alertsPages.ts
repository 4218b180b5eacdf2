import type { Page } from '../app/page'

export const ALERT_PAGES: readonly Page[] = []
