import { continueAsNew, proxyActivities } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import type { ImportActivities } from './protocol'

/** A step takes some seconds and says that it lives all the while; a worker that died is noticed after twenty seconds. */
const imports = proxyActivities<ImportActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '20s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
})

/** Takes a caseload in, step by step: read, look ahead, bring the cases up to date. Id `import/<run id>`. */
export async function importCaseload(runId: string): Promise<void> {
  if ((await clockLoop(() => imports.advanceImport({ runId }))) === 'renew')
    await continueAsNew<typeof importCaseload>(runId)
}
