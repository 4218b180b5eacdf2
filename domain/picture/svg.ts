/**
 * SVG as text, with everything that came from a person escaped. It stands in `domain` because the pictures are drawn there: they are pure, the
 * same data gives the same bytes, and command line and web page show the same one. Only this file writes a `<`.
 */

/** Markup that is already escaped: made here and nowhere else. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Characters that XML 1.0 cannot hold, not even escaped: control characters, halves of a pair, and the two that are none. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Text as it may stand in an element or an attribute. What XML cannot hold becomes the mark for a character nobody can read. */
export const escaped = (text: string): string =>
  text
    .replace(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

type Attributes = Readonly<Record<string, string | number>>

/** An element; a child that is a string is text and is escaped. Names of elements and attributes are ours and are not. */
export function element(name: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`)
    .join('')
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : child.text)).join('')
  return new Markup(inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>`)
}

/** At most two decimals: a pixel has no more, and the bytes stay the same on every machine. */
const rounded = (value: number): string => String(Math.round(value * 100) / 100)

export interface Picture {
  /** Begins every id in it, so that two pictures can stand on one page. */
  readonly id: string
  readonly width: number
  readonly height: number
  readonly title: string
  /** The same in words, for who does not see it. */
  readonly description: string
}

/** A whole picture: named and described for assistive technology, on white, in a font every machine has. */
export function picture(
  { id, width, height, title, description }: Picture,
  ...children: readonly (Markup | string)[]
): string {
  return `${
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
        width,
        height,
        role: 'img',
        'aria-labelledby': `${id}-title ${id}-desc`,
        'font-family': 'Arial, Helvetica, sans-serif',
        'font-size': 12,
      },
      element('title', { id: `${id}-title` }, title),
      element('desc', { id: `${id}-desc` }, description),
      element('rect', { width, height, fill: '#ffffff' }),
      ...children,
    ).text
  }\n`
}

/** A line of text; `anchor` says which of its ends stands at x. */
export const label = (
  text: string,
  { x, y, anchor = 'start', ...more }: { x: number; y: number; anchor?: 'start' | 'middle' | 'end' } & Attributes,
): Markup => element('text', { x, y, 'text-anchor': anchor, ...more }, text)
