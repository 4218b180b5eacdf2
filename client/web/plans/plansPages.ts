import type { Page } from '../app/page'

export const PLAN_PAGES: readonly Page[] = []
