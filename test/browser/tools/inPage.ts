import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

/**
 * Runs `inPage/NAME.js` in the page, scripts on or off, and answers what its function answers. It is sent as written: neither the tests' compiler nor
 * the page's content security policy touches it.
 */
export function inPage<Answer>(page: Page, name: string, argument: unknown = null): Promise<Answer> {
  const source = readFileSync(path.join(__dirname, 'inPage', `${name}.js`), 'utf8')
  return page.evaluate<Answer>(
    `(() => { const module = {}; ${source}\n; return module.exports(${JSON.stringify(argument)}) })()`,
  )
}
