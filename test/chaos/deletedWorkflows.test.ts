import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { applyExtract } from '../../activities/import/applyExtract'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { londonMoment } from '../../domain/calendar/london'
import { stepTo } from '../servers/steppedClock'
import { testTown, type TestTown } from '../servers/testTown'

const TODAY = '2026-11-20'

describe('every workflow deleted, reconcile itself among them', () => {
  let town: TestTown
  beforeAll(async () => {
    town = await testTown({ startsOn: TODAY })
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-delete-'))
    await writeDemoCounty({ folder, today: TODAY, families: 12 })
    const { changed } = await applyExtract(town.db, await readSsdExtract(folder, TODAY), () => undefined)
    rmSync(folder, { recursive: true, force: true })
    await town.startWorker()
    await town.processes.ensure([{ type: 'reconcile', id: '' }])
    await town.processes.nudge(changed.map((id) => ({ type: 'caseTimeline', id })))
    await stepTo(town, londonMoment(LocalDate.parse('2026-11-24'), 12 * 60))
  })
  afterAll(() => town.stop())

  const running = async (): Promise<string[]> => {
    const ids: string[] = []
    for await (const { workflowId } of town.client.workflow.list({ query: "ExecutionStatus = 'Running'" }))
      ids.push(workflowId)
    return ids.sort()
  }
  const untilRunning = async (test: (ids: readonly string[]) => boolean): Promise<readonly string[]> => {
    for (let tries = 0; ; tries += 1) {
      const ids = await running()
      if (test(ids) || tries > 300) return ids
      await wait(100)
    }
  }
  const written = () => town.db.$queryRaw<{ line: string }[]>`
    select 'o' || id || due_on || state as line from obligation union all select 'n' || id || step from notice union all select 'm' || id || state from message order by 1`

  it('all come back with the same obligations, and nobody is told twice', async () => {
    const before = await untilRunning((ids) => ids.length > 12 && !ids.some((id) => id.startsWith('delivery/')))
    const wrote = await written()
    const mails = (await town.inbox.list()).length
    for await (const { workflowId, runId } of town.client.workflow.list()) {
      await town.client.workflowService.deleteWorkflowExecution({
        namespace: town.namespace,
        workflowExecution: { workflowId, runId },
      })
    }
    expect(await untilRunning((ids) => ids.length === 0)).toEqual([])
    // What every worker does once a minute.
    await town.processes.ensure([
      { type: 'reconcile', id: '' },
      { type: 'morningRound', id: '' },
    ])
    expect(await untilRunning((ids) => ids.length >= before.length)).toEqual(before)
    await stepTo(town, londonMoment(LocalDate.parse('2026-11-24'), 12 * 60 + 1))
    expect(await written()).toEqual(wrote)
    expect(await town.inbox.list()).toHaveLength(mails)
  })
})
