import type { Browser, Page } from 'playwright-core'
import { hearProblems } from './hearProblems'

/** CSS pixels: a phone, or a page at 400 % zoom; and a laptop. */
export type Width = 320 | 1280

export interface VisitOptions {
  readonly width: Width
  readonly scripts: boolean
  /** The server's address: `page.goto('/team')` then needs only the path. */
  readonly base?: string
  /** Problems this test brings about on purpose. Each must come, or the test fails for that. */
  readonly expected?: readonly RegExp[]
}

export interface Visit {
  readonly page: Page
  readonly width: Width
  readonly scripts: boolean
  /** Closes the window. Answers what went wrong in it, one line each, and what was expected and did not. A second call answers nothing. */
  readonly end: () => Promise<readonly string[]>
}

const HEIGHT = { 320: 640, 1280: 800 } as const

/** A window with cookies, storage and cache of its own, British, in London's time. `openBrowser` hands them to tests. */
export async function startVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { width, scripts, base, expected = [] } = options
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width, height: HEIGHT[width] },
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...(base === undefined ? {} : { baseURL: base }),
  })
  const page = await context.newPage()
  const heard = hearProblems(context)
  let ended = false
  const end = async (): Promise<readonly string[]> => {
    if (ended) return []
    ended = true
    for (const open of context.pages()) await open.evaluate('0').catch(() => undefined) // what the page said before this has been heard then
    const problems = heard()
    await context.close()
    const missing = expected.filter((pattern) => !problems.some((problem) => pattern.test(problem)))
    return [
      ...problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
      ...missing.map((pattern) => `expected and did not come: ${String(pattern)}`),
    ]
  }
  return { page, width, scripts, end }
}
