import { randomUUID } from 'node:crypto'
import path from 'node:path'
import nunjucks from 'nunjucks'

const GOVUK = path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist')

const views = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([path.join(__dirname, '..'), GOVUK], { noCache: false }),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
)
/** One for each form that is shown: the same form sent twice does nothing a second time. */
views.addGlobal('newCommand', () => randomUUID())

/** Markup that may stand on a page as it is. Only from the functions that draw pictures: domain/picture/svg.ts escapes what they are given. */
export const drawn = (svg: string): nunjucks.runtime.SafeString => new nunjucks.runtime.SafeString(svg)

/** A whole page. Views loop and show; they decide nothing. `view`: a path below client/web, my-work/myWork.njk. */
export const render = (view: string, data: object): string => views.render(view, data)
