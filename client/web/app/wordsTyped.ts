/** A field of a form in which somebody wrote something. */
export interface TypedWords {
  readonly name: string
  readonly text: string
}

/** Fields that a form fills in itself. */
const OWN = new Set(['command', 'seen', 'back', 'goTo'])
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * What somebody wrote in a form that was not taken, to be shown to them once more: whoever was away too long should not have to think of it again. Sentences only, days and
 * choices are soon made anew; nothing of a request that is no form. `body`: as the form was read.
 */
export const wordsTyped = (body: unknown): readonly TypedWords[] =>
  typeof body !== 'object' || body === null
    ? []
    : Object.entries(body).flatMap(([name, value]) =>
        typeof value === 'string' && isWritten(name, value)
          ? [{ name: nameWords(name), text: value.replaceAll('\r\n', '\n') }]
          : [],
      )

const isWritten = (name: string, value: string): boolean =>
  !name.startsWith('_') && !OWN.has(name) && !ID.test(value) && /\S\s+\S/.test(value)

const nameWords = (name: string): string => {
  const words = name.replaceAll(/[-_]+/g, ' ').trim()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
