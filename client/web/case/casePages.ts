import type { Page } from '../app/page'
import { CASE_PAGE } from './casePage'
import { CHRONOLOGY_FILE, CHRONOLOGY_PAGE } from './chronologyPage'
import { WHY_PAGE } from './whyPage'

/** One case: the whole of it, its chronology, and why each date is what it is. */
export const CASE_PAGES: readonly Page[] = [CASE_PAGE, CHRONOLOGY_PAGE, CHRONOLOGY_FILE, WHY_PAGE]
