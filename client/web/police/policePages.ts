import type { Page } from '../app/page'

export const POLICE_PAGES: readonly Page[] = []
