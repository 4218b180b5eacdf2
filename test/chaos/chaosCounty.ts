import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { untilAllHaveAsked } from '../servers/steppedClock'
import { importInto } from '../servers/importInto'
import { testTown, type TestTown } from '../servers/testTown'
import { restartableWorker, type RestartableWorker } from './restartableWorker'

export interface ChaosCounty {
  readonly town: TestTown
  readonly worker: RestartableWorker
  stop(): Promise<void>
}

/**
 * The imaginary county on a clock that stands at 04:00 of `today`, every case planned once, its worker a process of its own. Whatever fails
 * on the way, what has been started is stopped again.
 */
export async function chaosCounty({ today, families }: { today: string; families: number }): Promise<ChaosCounty> {
  const town = await testTown({ startsOn: today })
  let worker: RestartableWorker | undefined
  const stop = async (): Promise<void> => {
    try {
      await worker?.stop()
    } finally {
      await town.stop()
    }
  }
  try {
    const changed = await importCounty(town, { today, families })
    worker = restartableWorker({ ...town.environment(), MAILS_PER_SECOND: '1000' })
    await town.processes.nudge(changed.map((id) => ({ type: 'caseTimeline', id })))
    await town.processes.ensure([{ type: 'morningRound', id: '' }])
    await Promise.race([untilAllHaveAsked(town), worker.failed])
    return { town, worker, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function importCounty(
  town: TestTown,
  { today, families }: { today: string; families: number },
): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-chaos-'))
  try {
    await writeDemoCounty({ folder, today, families })
    return (await importInto(town, { folder })).touched
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
