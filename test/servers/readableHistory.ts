import { historyToJSON } from '@temporalio/common/lib/proto-utils'

type History = Parameters<typeof historyToJSON>[0]

/** A history as JSON, the form in which `temporal workflow show --output json` prints it and a replay takes it. Payloads are base64. */
export const historyJson = (history: History): unknown => JSON.parse(historyToJSON(history))

/** The same with payloads decoded: a search for a name has to read what stands in them. */
export function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'data' && typeof inner === 'string' ? Buffer.from(inner, 'base64').toString('utf8') : readable(inner),
    ]),
  )
}
