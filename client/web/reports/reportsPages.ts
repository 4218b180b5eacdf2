import type { Page } from '../app/page'

export const REPORT_PAGES: readonly Page[] = []
