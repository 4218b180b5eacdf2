import type { Page } from '../app/page'

export const ADMIN_PAGES: readonly Page[] = []
