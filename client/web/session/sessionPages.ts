import type { Page } from '../app/page'
import { HELD_PAGES } from './heldPages'
import { DISCUSSED_PAGES } from './discussedPages'
import { PAPER_PAGES } from './paperPages'
import { ROOM_PAGES } from './roomPages'
import { SESSION_PAGE } from './sessionPage'
import { SUMMARY_PAGES } from './summaryPages'

/** One session of group supervision: before its day, in the room, and after it. */
export const SESSION_PAGES: readonly Page[] = [
  ...SESSION_PAGE,
  ...PAPER_PAGES,
  ...HELD_PAGES,
  ...DISCUSSED_PAGES,
  ...SUMMARY_PAGES,
  ...ROOM_PAGES,
]
