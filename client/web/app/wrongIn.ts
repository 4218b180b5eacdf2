/** What a form that is shown again says of what was sent. */
export interface WrongOnPage {
  /** Nothing was saved: the title says it first, for who hears the page. */
  readonly wrong: boolean
  /** What is wrong, by the id of the field it is about, as a GOV.UK error message: said at the field as well as in the summary. */
  readonly said: Readonly<Record<string, { readonly text: string }>>
}

/** From the `problems` of a page, `[{ text, href: '#id' }]`, and its status. */
export function wrongIn(data: object, status: number): WrongOnPage {
  const problems: unknown = 'problems' in data ? data.problems : []
  const said = (Array.isArray(problems) ? problems : []).flatMap((one: unknown) =>
    isProblem(one) && one.href.startsWith('#') ? [[one.href.slice(1), { text: one.text }] as const] : [],
  )
  return { wrong: status >= 400, said: Object.fromEntries(said) }
}

const isProblem = (one: unknown): one is { readonly text: string; readonly href: string } =>
  typeof one === 'object' &&
  one !== null &&
  'text' in one &&
  'href' in one &&
  typeof one.text === 'string' &&
  typeof one.href === 'string'
