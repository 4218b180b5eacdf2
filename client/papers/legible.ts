/** What no page can hold (control characters, halves of a pair, the two that are none), and what turns the words after it round. */
const NOT_SHOWN = /[\p{Cs}\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu

/** Every text of a view as a page may show it. Marks that belong to a name in another script stay. Lists and plain objects of texts only. */
export function legible<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').replace(NOT_SHOWN, '') as T
  if (Array.isArray(value)) return value.map((one: unknown) => legible(one)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, legible<unknown>(one)])) as T
}
