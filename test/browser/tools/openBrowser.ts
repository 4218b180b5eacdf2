import type { Browser } from 'playwright-core'
import { launchChromium } from './launchChromium'
import { startVisit, type Visit, type VisitOptions } from './startVisit'

export interface OpenBrowser {
  /** A person's window: cookies, storage and cache of its own. The test fails for what went wrong in it, and closes it. */
  newVisit(options: VisitOptions): Promise<Visit>
}

/**
 * One Chromium for the tests of a file (or of one `describe`). Call it there, not in a test: it starts the browser before the first, looks after every
 * test for problems of its visits, and closes the browser after the last, failed or not.
 */
export function openBrowser(): OpenBrowser {
  let browser: Browser | undefined
  let visits: Visit[] = []
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterEach(async () => {
    const ended = visits
    visits = []
    const problems: string[] = []
    for (const visit of ended) problems.push(...(await visit.end()))
    if (problems.length > 0) throw new Error(`The browser complained:\n  ${problems.join('\n  ')}`)
  })
  afterAll(() => browser?.close())
  return {
    newVisit: async (options) => {
      if (browser === undefined)
        throw new Error('Call newVisit in a test or in beforeEach: the browser starts before them.')
      const visit = await startVisit(browser, options)
      visits.push(visit)
      return visit
    },
  }
}
