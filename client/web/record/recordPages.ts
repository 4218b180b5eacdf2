import type { Page } from '../app/page'

export const RECORD_PAGES: readonly Page[] = []
