import { inPage } from './inPage'
import type { Visit } from './startVisit'

/**
 * How far the page scrolls sideways, and which elements stick out of the window or are cut off at a box's edge; one line each, none when all fits. What
 * lies in an element that scrolls by itself is in order, such as a wide table.
 */
export const overflows = ({ page }: Visit): Promise<readonly string[]> => inPage(page, 'overflows')
