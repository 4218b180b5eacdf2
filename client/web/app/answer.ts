/** What a page answers. Sent by one place: client/web/app/send.ts. */
export type Answer =
  | {
      readonly answer: 'page'
      readonly view: string
      readonly data: object
      readonly status: number
      readonly style?: string
      /** It shows a mail of ours in a frame. */
      readonly frames?: true
      /** The version of the case that its forms are of. */
      readonly seen?: string
    }
  | { readonly answer: 'go'; readonly to: string; readonly saying?: string }
  | { readonly answer: 'nothing-here' }
  | { readonly answer: 'refused'; readonly todo: string }
  | {
      readonly answer: 'file'
      readonly type: string
      readonly body: string | Buffer
      readonly name?: string
      readonly style?: string
      /** A mail as its reader gets it, with the style it carries: shown in a frame of our own pages, and nothing in it runs. */
      readonly mail?: true
    }
  | { readonly answer: 'json'; readonly body: unknown; readonly status: number; readonly type?: string }

/** A page from its view. `status`: 422 where a form was not right and is shown again, 409 where the case changed meanwhile. */
export const show = (view: string, data: object, status = 200): Answer => ({ answer: 'page', view, data, status })

/** After something was done: go on to another page, which says what was done. */
export const goTo = (to: string, saying?: string): Answer =>
  saying === undefined ? { answer: 'go', to } : { answer: 'go', to, saying }

/** No such page, or none for this reader: which of the two is not said. */
export const NOTHING_HERE: Answer = { answer: 'nothing-here' }

/** The reader may be here, and may not do this. `todo`: who may, in a sentence. */
export const refuse = (todo: string): Answer => ({ answer: 'refused', todo })

/** Something to keep: `name` is the file's name; shown in the browser where it is missing. `style`: the hash of the one style it holds. */
export const file = (
  type: string,
  body: string | Buffer,
  more: { readonly name?: string; readonly style?: string; readonly mail?: true } = {},
): Answer => ({
  ...{ answer: 'file', type, body },
  ...more,
})

export const json = (body: unknown, status = 200): Answer => ({ answer: 'json', body, status })
