import type { Page } from './app/page'
import { HOME } from './home/home'
import { MY_WORK } from './my-work/myWorkPage'

/** Every page there is, by its folder. The matrix of roles and routes is made from this list. */
export const PAGES: readonly Page[] = [...HOME, ...MY_WORK]
