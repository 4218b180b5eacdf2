import type { Page } from '../app/page'
import { COHORT } from './cohortPage'
import { FORECAST } from './forecastPage'
import { HELD } from './heldPage'
import { REPORTS } from './reportPages'

export const REPORT_PAGES: readonly Page[] = [...REPORTS, ...FORECAST, ...COHORT, HELD]
