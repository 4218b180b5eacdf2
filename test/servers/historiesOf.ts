import type { Client } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils'

/** The history of every run of a namespace, one after the other, payloads decoded, as JSON. */
export async function* historiesOf(client: Client): AsyncGenerator {
  for await (const { workflowId, runId } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory()
    yield { workflowId, history: decoded(JSON.parse(JSON.stringify(historyToJSON(history)))) }
  }
}

/** Payloads are base64: a search for a name has to read what stands in them. */
function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'data' && typeof inner === 'string' ? Buffer.from(inner, 'base64').toString('utf8') : decoded(inner),
    ]),
  )
}
