import type { Page } from '../app/page'

export const API_PAGES: readonly Page[] = []
