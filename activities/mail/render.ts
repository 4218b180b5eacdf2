import path from 'node:path'
import nunjucks from 'nunjucks'

const views = new nunjucks.Environment(new nunjucks.FileSystemLoader(path.join(__dirname, 'templates')), {
  autoescape: true,
  throwOnUndefined: true,
})
const plain = new nunjucks.Environment(new nunjucks.FileSystemLoader(path.join(__dirname, 'templates')), {
  autoescape: false,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
})

/** Text and HTML of a mail from its two templates. Templates loop and show; they decide nothing. */
export const render = (
  name: 'digest' | 'alert' | 'weekly' | 'note' | 'session' | 'invitation',
  view: object,
): { readonly text: string; readonly html: string } => ({
  text: plain.render(`${name}.txt.njk`, view),
  html: views.render(`${name}.html.njk`, view),
})
