'use strict'

const WIDE =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'
const LARGE = 'html { font-size: 200% !important }'

/** Sets text as a reader may ask for, or as it was: `wide` (WCAG 2.2, 1.4.12), `large` (twice the size, 1.4.4). A sheet of the page's own making: its policy allows no other. */
module.exports = (how) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(how === 'wide' ? WIDE : LARGE)
  document.adoptedStyleSheets = how === null ? [] : [sheet]
}
