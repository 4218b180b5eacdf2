import { inPage } from './inPage'
import type { Visit } from './startVisit'

/**
 * Links, buttons and fields smaller than 24 by 24 CSS px, one line each. Not those that WCAG 2.5.8 excepts: within a line of text, or with so much room
 * about them that a circle of 24 px on each meets no other.
 */
export const smallTargets = ({ page }: Visit): Promise<readonly string[]> => inPage(page, 'smallTargets')
