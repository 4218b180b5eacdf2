import { createHash } from 'node:crypto'
import { allOf, named, svgOf, type XmlElement } from '../domain/svgOf'

/** All words of an element, its children's in their places at the end of its own. */
export const wordsOf = ({ text, children }: XmlElement): string => [text, ...children.map(wordsOf)].join(' ')

/** The words of a page between its tags, without its style. */
export const said = (html: string): string => named(svgOf(html), 'body').map(wordsOf).join().replaceAll(/\s+/g, ' ')

/** Headings by level, as `2 Who is invited`. */
export const headings = (html: string): readonly string[] =>
  allOf(svgOf(html))
    .filter(({ name }) => /^h[1-6]$/.test(name))
    .map((heading) => `${heading.name.slice(1)} ${wordsOf(heading).trim()}`)

/** A paper of ours, read. It fails unless it is a whole page that prints, runs nothing, fetches nothing and can be walked by its headings. */
export function expectPaper(html: string): XmlElement {
  expect(html.startsWith('<!DOCTYPE html>')).toBe(true)
  const page = svgOf(html)
  expect([page.name, page.attributes['lang']]).toEqual(['html', 'en-GB'])
  const levels = headings(html).map((heading) => Number(heading[0]))
  expect(levels.filter((level) => level === 1)).toEqual([1])
  for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1)
  const [style, ...others] = named(page, 'style')
  expect(others).toEqual([])
  expect(style?.text).toMatch(/@page\s*{[^}]*size: A4/)
  expect(style?.text).toMatch(/\.case\s*{[^}]*break-before: page/)
  expect(style?.text).not.toMatch(/url\(|@import/)
  const hash = createHash('sha256')
    .update(style?.text ?? '')
    .digest('base64')
  expect(
    named(page, 'meta')
      .map(({ attributes }) => attributes['content'] ?? '')
      .join(),
  ).toContain(`sha256-${hash}`)
  for (const name of ['script', 'link', 'img', 'iframe', 'object', 'svg']) expect(named(page, name)).toEqual([])
  for (const { attributes } of allOf(page)) {
    expect(Object.keys(attributes).filter((key) => /^(on|style|src)/.test(key))).toEqual([])
    expect(attributes['href'] ?? '#').toMatch(/^#/)
  }
  const ids = allOf(page).flatMap(({ attributes }) => attributes['id'] ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  for (const { attributes } of named(page, 'a')) expect(ids).toContain(attributes['href']?.slice(1))
  for (const heading of named(page, 'th')) expect(heading.attributes['scope']).toMatch(/^(col|row)$/)
  for (const table of named(page, 'table')) expect(named(table, 'caption')).toHaveLength(1)
  return page
}
