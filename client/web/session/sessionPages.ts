import type { Page } from '../app/page'

export const SESSION_PAGES: readonly Page[] = []
