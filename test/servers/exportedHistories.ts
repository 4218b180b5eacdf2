import type { Client } from '@temporalio/client'
import { historyJson, readable } from './readableHistory'

/** The histories of every run of a namespace, payloads decoded, as JSON. */
export async function exportedHistories(client: Client): Promise<readonly unknown[]> {
  const histories: unknown[] = []
  for await (const { workflowId, runId } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory()
    histories.push({ workflowId, history: readable(historyJson(history)) })
  }
  return histories
}
