import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'
import {
  MAIL_QUEUE,
  TASK_QUEUE,
  type ImportActivities,
  type MailActivities,
  type PlanningActivities,
} from '../workflows/protocol'
import { CONNECTIONS } from '../prisma/database'
import { closeAll } from './closeAll'
import { runTogether } from './runTogether'
import { requireSearchAttributes } from './searchAttributes'
import { workflowCode } from './workflowCode'

/** So many mails are on their way at the same time: as many may be sent again after a worker was killed. */
export const MAILS_AT_ONCE = 3

export interface WorkerParts {
  readonly address: string
  readonly namespace: string
  readonly planning: PlanningActivities & ImportActivities
  readonly mail: MailActivities
  /** Tests bundle the sources once for all their workers. */
  readonly workflowBundle?: NonNullable<WorkerOptions['workflowBundle']>
  readonly mailsPerSecond: number
}

export interface RunningWorker {
  /** Rejects when a worker fails, also while it drains; resolves after `stop`. */
  readonly finished: Promise<void>
  /** Resolves when all work has been handed back; rejects, after that, with the failure of a worker that failed before or meanwhile. */
  stop(): Promise<void>
}

/** Workers for both queues: workflows with database activities, and sending. Refuses a namespace that was not made ready for them. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const connection = await NativeConnection.connect({ address: parts.address })
  try {
    await requireSearchAttributes({ connection, namespace: parts.namespace })
  } catch (error) {
    await connection.close()
    throw error
  }
  const common = { connection, namespace: parts.namespace, shutdownGraceTime: '5s' } satisfies WorkerOptions | object
  const workflows = parts.workflowBundle === undefined ? workflowCode() : { workflowBundle: parts.workflowBundle }
  const clocks = await Worker.create({
    ...common,
    ...workflows,
    taskQueue: TASK_QUEUE,
    activities: { ...parts.planning },
    maxCachedWorkflows: 200,
    maxConcurrentWorkflowTaskExecutions: 20,
    // One is left for whoever asks whether this worker is well.
    maxConcurrentLocalActivityExecutions: CONNECTIONS - MAILS_AT_ONCE - 2,
    maxConcurrentActivityTaskExecutions: 1,
    stickyQueueScheduleToStartTimeout: '2s',
  })
  const mail = await Worker.create({
    ...common,
    taskQueue: MAIL_QUEUE,
    activities: { ...parts.mail },
    maxConcurrentActivityTaskExecutions: MAILS_AT_ONCE,
    maxTaskQueueActivitiesPerSecond: parts.mailsPerSecond,
  })
  const workers = runTogether([clocks, mail])
  return {
    finished: workers.finished,
    stop: async () => {
      const failures = await closeAll([() => connection.close(), () => workers.stop()])
      if (failures.length > 0) throw failures[0]
    },
  }
}
