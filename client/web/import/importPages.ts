import type { Page } from '../app/page'

export const IMPORT_PAGES: readonly Page[] = []
