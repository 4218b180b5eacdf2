import type { Locator } from 'playwright-core'
import { inPage } from './inPage'
import { spoken } from './keyboard'
import type { Visit } from './startVisit'

interface Focused {
  readonly visible: boolean
  readonly covered: boolean
}

/** How many presses of Tab a person has patience for. */
const MOST = 150

/**
 * Presses Tab (or Shift+Tab) from where the visit is until this has the focus. Throws where it is never reached, and where a stop on the way does not
 * show that it is focused, or lies beneath something. Nothing is clicked, and nothing is focused by a script.
 */
export async function tabTo({ page }: Visit, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isNew = await page.evaluate<boolean>("typeof globalThis.caseclockTabbing === 'undefined'")
  if (isNew) await inPage(page, 'beforeTabbing')
  for (let presses = 0; presses < MOST; presses += 1) {
    await page.keyboard.press(key)
    const focused = await inPage<Focused | null>(page, 'focused')
    if (focused === null) continue // out of the page: the next press comes round to its top
    if (!focused.visible || focused.covered) {
      throw new Error(
        `${await spoken(page)} ${focused.visible ? 'lies beneath something' : 'does not show that it is focused'}`,
      )
    }
    if ((await page.locator(':focus').and(target).count()) > 0) return
  }
  throw new Error(`${String(MOST)} presses of ${key} never came to ${String(target)} on ${page.url()}`)
}
