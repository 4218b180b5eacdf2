import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly XmlElement[]
}

interface Building {
  name: string
  attributes: Record<string, string>
  text: string
  children: Building[]
}

/** The elements of a document, by a parser that takes well-formed XML only. Throws for any other. */
export function svgOf(text: string): XmlElement {
  const root: Building = { name: '', attributes: {}, text: '', children: [] }
  const open: Building[] = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Building = { name, attributes: { ...attributes }, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (more) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += more
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  const [only, ...others] = root.children
  if (only === undefined || others.length > 0) throw new Error('A document has one root.')
  return only
}

/** An element and all in it, in the order they stand. */
export const allOf = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(allOf)]

export const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  allOf(element).filter((one) => one.name === name)

/** The description of a whole picture. */
export const described = (svg: XmlElement): string => svg.children.find(({ name }) => name === 'desc')?.text ?? ''

/** What each bar or mark of a picture says of itself: the titles that are not its own. */
export const titles = (svg: XmlElement): readonly string[] =>
  svg.children.flatMap((child) => (child.name === 'title' ? [] : named(child, 'title').map(({ text }) => text)))

/**
 * A picture of ours, read. It fails unless the document says to assistive technology that it is one, is labelled by a title and a description it holds,
 * and runs nothing, whatever was written in it.
 */
export function pictureOf(text: string): XmlElement {
  const svg = svgOf(text)
  const labels = (svg.attributes['aria-labelledby'] ?? '').split(' ')
  const byId = (id: string) => allOf(svg).find(({ attributes }) => attributes['id'] === id)
  expect([svg.name, svg.attributes['role']]).toEqual(['svg', 'img'])
  expect(labels.map((id) => byId(id)?.name)).toEqual(['title', 'desc'])
  expect(labels.map((id) => byId(id)?.text)).not.toContain('')
  expect(named(svg, 'script')).toEqual([])
  return svg
}
