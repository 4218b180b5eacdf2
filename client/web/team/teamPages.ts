import type { Page } from '../app/page'
import { COVER_OF_TEAM } from './coverPages'
import { FOLLOW_UPS } from './followUpsPage'
import { TEAM_LIST } from './teamListPage'
import { TEAM } from './teamPage'

export const TEAM_PAGES: readonly Page[] = [TEAM, TEAM_LIST, FOLLOW_UPS, ...COVER_OF_TEAM]
