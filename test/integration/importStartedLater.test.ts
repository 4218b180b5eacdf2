import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startImport } from '../../client/commands/startImport'
import { importProgress } from '../../client/queries/importProgress'
import { reviewedPlan } from '../import/reviewedPlan'
import { smallExtract } from '../import/smallExtract'
import { testTown, type TestTown } from '../servers/testTown'

describe('an import that is asked for while Temporal is away', () => {
  let town: TestTown
  let folder: string
  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-11-23' })
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-later-'))
    smallExtract(folder, reviewedPlan('2026-06-15'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await town.stop()
  })

  it('is kept, and reconcile starts it', async () => {
    const away = { nudge: () => Promise.resolve(0), ensure: () => Promise.resolve(0) }
    const runId = await startImport({ db: town.db, processes: away }, { source: 'ssd', folder, actorId: null })
    await town.startWorker()
    expect(await importProgress(town.db, runId)).toMatchObject({ state: 'reading', read: {} })
    await town.processes.ensure([{ type: 'reconcile', id: '' }])
    while ((await importProgress(town.db, runId))?.state !== 'done') await wait(10)
    expect(await importProgress(town.db, runId)).toMatchObject({ cases: { applied: 1 }, problem: null })
    const { status } = await town.client.workflow.getHandle(`import/${runId}`).describe()
    expect(['RUNNING', 'COMPLETED']).toContain(status.name)
  })
})
