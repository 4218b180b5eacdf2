/** An element of a census with what stands in it. */
export interface CensusElement {
  readonly name: string
  /** Physical line of its start. */
  readonly line: number
  /** Its own text without the space around it. */
  readonly text: string
  readonly children: readonly CensusElement[]
}

export const within = (element: CensusElement, name: string): readonly CensusElement[] =>
  element.children.filter((child) => child.name === name)

/** What has others in it is asked for several times. */
const contents = new WeakMap<CensusElement, string>()

/** The content of an element whatever the order of what stands in it: equal content, equal text. */
export function contentOf(element: CensusElement): string {
  const { name, text, children } = element
  const own = `${name}=${JSON.stringify(text)}`
  if (children.length === 0) return own
  const known = contents.get(element)
  if (known !== undefined) return known
  const content = `${own}{${children.map(contentOf).sort().join()}}`
  contents.set(element, content)
  return content
}

/** The elements of that name; one that says exactly the same as another counts once. */
export function distinct(elements: readonly CensusElement[]): readonly CensusElement[] {
  if (elements.length < 2) return elements
  const seen = new Set<string>()
  return elements.filter((element) => {
    const content = contentOf(element)
    if (seen.has(content)) return false
    seen.add(content)
    return true
  })
}
