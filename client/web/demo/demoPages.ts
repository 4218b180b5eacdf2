import type { Page } from '../app/page'

export const DEMO_PAGES: readonly Page[] = []
