import type { Page } from 'playwright-core'
import { inPage } from './inPage'
import type { Visit } from './startVisit'

export interface Stop {
  /** Role and name as a screen reader says them: `link "My work"`. */
  readonly what: string
  /** It looks different when it is focused. */
  readonly visible: boolean
  /** Something lies over all of it, or it is out of the window. */
  readonly covered: boolean
}

export interface TabOrder {
  readonly stops: readonly Stop[]
  /** Where the Tab key goes no further, and what it never came to; undefined when it went through the page and out of it. */
  readonly trap: string | undefined
}

interface Focused {
  readonly key: number
  readonly visible: boolean
  readonly covered: boolean
}

/** Presses Tab from the top of the page until it is through, or `most` times at the most, and tells where it came. Works without scripts too. */
export async function keyboard({ page }: Visit, { most = 300 } = {}): Promise<TabOrder> {
  await inPage(page, 'beforeTabbing')
  const stops: Stop[] = []
  const keys: number[] = []
  while (stops.length < most) {
    await page.keyboard.press('Tab')
    const focused = await inPage<Focused | null>(page, 'focused')
    if (focused === null) return { stops, trap: await notReached(page, stops) } // out of the page: round to its top
    if (keys.includes(focused.key)) {
      const back = stops[keys.indexOf(focused.key)]?.what ?? ''
      const last = stops.at(-1)?.what ?? ''
      const to = back === last ? 'stays there' : `goes back to ${back}`
      const missing = await missed(page)
      const through = focused.key === keys[0] && missing.length === 0
      return { stops, trap: through ? undefined : `from ${last} Tab ${to}${listed(missing)}` }
    }
    keys.push(focused.key)
    stops.push({ what: await spoken(page), visible: focused.visible, covered: focused.covered })
  }
  return { stops, trap: `Tab did not come through the page in ${String(most)} steps` }
}

const missed = (page: Page): Promise<readonly string[]> => inPage(page, 'notFocused')

const listed = (missing: readonly string[]): string =>
  missing.length === 0 ? '' : `; it never came to ${missing.join(', ')}`

async function notReached(page: Page, stops: readonly Stop[]): Promise<string | undefined> {
  const missing = await missed(page)
  return missing.length === 0
    ? undefined
    : `after ${stops.at(-1)?.what ?? 'the top'} Tab leaves the page${listed(missing)}`
}

/** Role and name, from the first line of Playwright's description of the focused element. */
export async function spoken(page: Page): Promise<string> {
  const [line = ''] = (await page.locator(':focus').ariaSnapshot()).split('\n')
  return /^- '?(\w+(?: "(?:[^"\\]|\\.)*")?)/.exec(line)?.[1] ?? line
}
