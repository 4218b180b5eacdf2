import { mkdirSync, mkdtempSync, readdirSync, rmSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Connection } from '@temporalio/client'
import { startTemporal } from '../../client/up/temporalServer'
import { TASK_QUEUE } from '../../workflows/protocol'

describe('the Temporal server of one machine', () => {
  let dataFolder: string
  beforeEach(() => {
    dataFolder = mkdtempSync(path.join(tmpdir(), 'caseclock-partitions-'))
    mkdirSync(path.join(dataFolder, 'temporal'))
  })
  afterEach(() => {
    rmSync(dataFolder, { recursive: true })
  })

  const partitions = async (): Promise<number> => {
    const server = await startTemporal({
      ...{ binary: process.env['CASECLOCK_TEMPORAL_BINARY'] ?? '', dataFolder, ui: false },
    })
    try {
      const connection = await Connection.connect({ address: server.address })
      const { workflowTaskQueuePartitions } = await connection.workflowService.listTaskQueuePartitions({
        ...{ namespace: 'default', taskQueue: { name: TASK_QUEUE } },
      })
      await connection.close()
      return workflowTaskQueuePartitions.length
    } finally {
      await server.stop()
    }
  }

  it('has one partition to a queue in a new folder, also when it starts again; one from before keeps its four', async () => {
    expect(await partitions()).toBe(1)
    expect(await partitions()).toBe(1)
    // A folder that was made before there was the file.
    expect(readdirSync(path.join(dataFolder, 'temporal'))).toContain('temporal.db')
    unlinkSync(path.join(dataFolder, 'temporal', 'one-partition'))
    expect(await partitions()).toBe(4)
  })
})
