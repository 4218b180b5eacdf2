import { createHash } from 'node:crypto'
import path from 'node:path'
import nunjucks from 'nunjucks'
import { legible } from './legible'
import type { PaperFrame } from './paperFrame'

const papers = new nunjucks.Environment(new nunjucks.FileSystemLoader(path.join(__dirname, 'templates')), {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
})

/** The hash of the one style a paper holds, as a content security policy names it: `sha256-…`. A server that sends such a policy has to allow it. */
export const paperStyleHash = (): string =>
  `sha256-${createHash('sha256').update(papers.render('style.njk')).digest('base64')}`

/** A whole page from its template. Templates loop and show; they decide nothing. */
export const renderPaper = (name: 'pack' | 'minutes' | 'safety-plan', sheet: PaperFrame): string =>
  papers.render(`${name}.html.njk`, { ...legible(sheet), styleHash: paperStyleHash() })
