import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { startEmbeddedPostgres } from '../../client/up/embeddedPostgres'
import { startTemporal } from '../../client/up/temporalServer'
import { makeTownTemplate } from './townTemplate'

/** One Postgres and one Temporal server for all tests that need them; every test makes a database of its own (townTemplate.ts) and uses ids of its own. The workflows of the sources are bundled once. */
export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-test-'))
  chmodSync(folder, 0o755) // as root, Postgres runs as another user
  const binary = process.env['CASECLOCK_TEMPORAL_BINARY']
  if (binary === undefined)
    throw new Error(
      'CASECLOCK_TEMPORAL_BINARY is not set. Run the tests with `npm test`, which finds a Temporal server.',
    )
  const postgres = await startEmbeddedPostgres(folder, () => undefined)
  await makeTownTemplate(postgres.url)
  const temporal = await startTemporal({ binary, dataFolder: folder, ui: false })
  process.env['TEST_POSTGRES'] = postgres.url
  process.env['TEST_TEMPORAL'] = temporal.address
  const workflows = path.join(folder, 'workflows.js')
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows/index'),
    logger: new DefaultLogger('WARN'),
  })
  writeFileSync(workflows, code)
  process.env['TEST_WORKFLOWS'] = workflows
  // Temporary folders of all tests lie below that of the run and go with it, also those of a test that was too slow or failed on the way. A short name: sockets lie in some.
  const temporary = path.join(folder, 't')
  mkdirSync(temporary, { mode: 0o755 })
  process.env['TMPDIR'] = temporary
  Object.assign(globalThis, { caseclockServers: { postgres, temporal, folder } })
}
