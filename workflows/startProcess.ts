import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import { ParentClosePolicy, startChild } from '@temporalio/workflow'
import { TASK_QUEUE, workflowId, type ProcessName } from './protocol'

/** Starts a process that outlives this one. Already running is success; awaited, or a parent that closes would lose it. */
export async function startProcess(process: ProcessName): Promise<void> {
  try {
    await startChild(process.type, {
      workflowId: workflowId(process),
      taskQueue: TASK_QUEUE,
      args: [process.id],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowTaskTimeout: '3s',
    })
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}
