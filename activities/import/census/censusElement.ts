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

/** The content of an element whatever the order of what stands in it: equal content, equal text. */
export const contentOf = ({ name, text, children }: CensusElement): string =>
  `${name}=${JSON.stringify(text)}{${children.map(contentOf).sort().join()}}`

/** The elements of that name; one that says exactly the same as another counts once. */
export function distinct(elements: readonly CensusElement[]): readonly CensusElement[] {
  const seen = new Set<string>()
  return elements.filter((element) => {
    const content = contentOf(element)
    if (seen.has(content)) return false
    seen.add(content)
    return true
  })
}
