import type { Page } from '../app/page'

export const LIST_PAGES: readonly Page[] = []
