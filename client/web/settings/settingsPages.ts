import type { Page } from '../app/page'

export const SETTINGS_PAGES: readonly Page[] = []
