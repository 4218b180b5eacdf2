import type { Page } from '../app/page'

export const SEARCH_PAGES: readonly Page[] = []
