import { NativeConnection, Worker, type WorkerOptions, type WorkflowBundleWithSourceMap } from '@temporalio/worker'
import { MAIL_QUEUE, TASK_QUEUE, type MailActivities, type PlanningActivities } from '../workflows/protocol'
import { CONNECTIONS } from '../prisma/database'

export interface WorkerParts {
  readonly address: string
  readonly namespace: string
  readonly planning: PlanningActivities
  readonly mail: MailActivities
  /** Built beforehand by tests, so that a restart costs nothing. */
  readonly workflowBundle?: WorkflowBundleWithSourceMap
  readonly mailsPerSecond: number
}

export interface RunningWorker {
  /** Rejects when a worker fails; resolves after `stop`. */
  readonly finished: Promise<void>
  stop(): Promise<void>
}

/** Workers for both queues: workflows with database activities, and sending. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const connection = await NativeConnection.connect({ address: parts.address })
  const common = { connection, namespace: parts.namespace, shutdownGraceTime: '5s' } satisfies WorkerOptions | object
  const workflows =
    parts.workflowBundle === undefined
      ? { workflowsPath: require.resolve('../workflows/index') }
      : { workflowBundle: parts.workflowBundle }
  const clocks = await Worker.create({
    ...common,
    ...workflows,
    taskQueue: TASK_QUEUE,
    activities: { ...parts.planning },
    maxCachedWorkflows: 200,
    maxConcurrentWorkflowTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: CONNECTIONS - 4,
    stickyQueueScheduleToStartTimeout: '2s',
  })
  const mail = await Worker.create({
    ...common,
    taskQueue: MAIL_QUEUE,
    activities: { ...parts.mail },
    maxConcurrentActivityTaskExecutions: 2,
    maxTaskQueueActivitiesPerSecond: parts.mailsPerSecond,
  })
  const running = [clocks, mail].map((worker) => worker.run())
  const finished = Promise.all(running).then(
    () => undefined,
    (error: unknown) => {
      for (const worker of [clocks, mail]) if (worker.getState() === 'RUNNING') worker.shutdown()
      throw error
    },
  )
  return {
    finished,
    stop: async () => {
      for (const worker of [clocks, mail]) if (worker.getState() === 'RUNNING') worker.shutdown()
      await finished.catch(() => undefined) // the caller holds `finished` and hears of it there
      await connection.close()
    },
  }
}
