import { readFileSync } from 'node:fs'
import type { Visit } from './startVisit'

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

/**
 * What axe-core finds against WCAG 2.2 AA, one line for each element: rule, impact, selector, help, what to mend. Evaluated, not added as a script: the content security
 * policy stays as it is. Throws in a visit without scripts, where axe would wait for ever: look at the same page in one with scripts.
 */
export async function axeProblems({ page, scripts }: Visit): Promise<readonly string[]> {
  if (!scripts)
    throw new Error('axe cannot run in a visit without scripts. Look at the page in one with scripts as well.')
  const isThere = await page.evaluate<boolean>("typeof globalThis.axe === 'object'")
  if (!isThere) await page.evaluate(SOURCE)
  const options = {
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
  }
  const { violations } = await page.evaluate<{ readonly violations: readonly Violation[] }>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  )
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      [`${id} (${impact ?? 'no impact given'})`, target.join(' '), help, failureSummary.replace(/\s+/g, ' ')].join(
        ' · ',
      ),
    ),
  )
}
