import type { Page } from '../app/page'

export const CASE_PAGES: readonly Page[] = []
