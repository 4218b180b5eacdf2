import type { Page } from '../app/page'

export const TEAM_PAGES: readonly Page[] = []
