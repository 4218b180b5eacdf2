import type { Page } from '../app/page'

export const YEAR_PAGES: readonly Page[] = []
