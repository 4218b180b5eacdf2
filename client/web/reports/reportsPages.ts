import type { Page } from '../app/page'
import { REPORTS } from './reportPages'

export const REPORT_PAGES: readonly Page[] = [...REPORTS]
