import type { Client } from '@temporalio/client'
import { historyJson, readable } from './readableHistory'

/** The history of every run of a namespace, one after the other, payloads decoded, as JSON. */
export async function* historiesOf(client: Client): AsyncGenerator {
  for await (const { workflowId, runId } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory()
    yield { workflowId, history: readable(historyJson(history)) }
  }
}
