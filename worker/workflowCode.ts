import { existsSync } from 'node:fs'
import path from 'node:path'
import type { WorkerOptions } from '@temporalio/worker'

/** The workflows as a worker is handed them: the file the build has made of them, or, where nothing was built, their source, to be bundled now. */
export function workflowCode(besides = __dirname): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  const built = path.join(besides, '../workflows/bundle.js')
  return existsSync(built)
    ? { workflowBundle: { codePath: built } }
    : { workflowsPath: require.resolve('../workflows/index') }
}
