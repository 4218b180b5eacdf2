import type { Page } from '../app/page'
import { ADD_PAGES } from './addPage'
import { CHANGE_PAGES } from './changePages'
import { PATTERN_PAGES } from './patternPages'
import { TEAMS_PAGE } from './teamsPage'
import { YEAR_PAGE } from './yearPage'

/** A team's year of group supervision: what it looks like, and how it is changed. */
export const YEAR_PAGES: readonly Page[] = [TEAMS_PAGE, YEAR_PAGE, ...ADD_PAGES, ...PATTERN_PAGES, ...CHANGE_PAGES]
