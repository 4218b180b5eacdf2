import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker'
import { PROCESS_PREFIX, type ProcessType } from '../../workflows/protocol'
import { readable } from '../servers/readableHistory'
import { keptHistories, type Kept, type KeptEvent, type KeptHistory } from './keptHistory'

const kept = keptHistories()
const startsChild = (event: KeptEvent): boolean =>
  event.startChildWorkflowExecutionInitiatedEventAttributes !== undefined
const startOf = ({ history }: Kept) => history.events[0]?.workflowExecutionStartedEventAttributes

describe('runs of older versions', () => {
  let workflowBundle: WorkflowBundleWithSourceMap
  beforeAll(async () => {
    workflowBundle = await bundleWorkflowCode({ workflowsPath: require.resolve('../../workflows/index') })
  })

  /** What each history came to: its file, and the error of its replay. */
  const replayed = async (
    histories: readonly Kept[],
    under = workflowBundle,
  ): Promise<readonly { file: string; error: string }[]> => {
    const given = histories.map((one) => ({ workflowId: startOf(one)?.workflowId ?? '', history: one.history }))
    const results: { file: string; error: string }[] = []
    for await (const { error } of Worker.runReplayHistories({ workflowBundle: under }, given))
      results.push({ file: histories[results.length]?.file ?? '', error: error?.message ?? 'none' })
    return results
  }

  it('all go on under the workflows as they are now', async () => {
    expect(await replayed(kept)).toEqual(kept.map(({ file }) => ({ file, error: 'none' })))
  })

  it('a history that these workflows would not have made is refused', async () => {
    const withChild = kept.filter(({ history }) => history.events.some(startsChild))
    const changed = withChild.map(({ file, history }) => ({ file, history: withAnotherChild(history) }))
    expect(changed.length).toBeGreaterThan(0)
    for (const one of await replayed(changed))
      expect(one).toEqual({ file: one.file, error: expect.stringContaining('TMPRL1100') as string })
  })

  it('a changed escalation is refused by every run of one, and by no other', async () => {
    const changed = await bundleWorkflowCode({ workflowsPath: require.resolve('./changedEscalation') })
    const isEscalation = (one: Kept): boolean => startOf(one)?.workflowType.name === 'stalledPlanEscalation'
    expect(kept.filter(isEscalation).length).toBeGreaterThan(1)
    const refused = (await replayed(kept, changed)).filter(({ error }) => error.includes('TMPRL1100'))
    expect(refused.map(({ file }) => file)).toEqual(kept.filter(isEscalation).map(({ file }) => file))
  })

  it('a folder without histories is refused', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-histories-'))
    expect(() => keptHistories(folder)).toThrow('npm run histories')
    rmSync(folder, { recursive: true })
  })

  it('are there for every workflow', () => {
    const types = new Set(kept.map((one) => startOf(one)?.workflowType.name))
    expect([...types].sort()).toEqual((Object.keys(PROCESS_PREFIX) as ProcessType[]).sort())
  })

  it.each([
    'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED',
    'EVENT_TYPE_TIMER_FIRED',
    'EVENT_TYPE_TIMER_CANCELED',
    'EVENT_TYPE_MARKER_RECORDED',
    'EVENT_TYPE_ACTIVITY_TASK_COMPLETED',
    'EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED',
    'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES',
    'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
    'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED',
  ])('hold %s', (type) => {
    expect(kept.some(({ history }) => history.events.some(({ eventType }) => eventType === type))).toBe(true)
  })

  it('hold ids, dates and counts only', () => {
    const text = JSON.stringify(kept.map(({ history }) => readable(history)))
    expect(text).toContain('sleepMs') // payloads were decoded, or nothing personal could be found in them
    expect(
      text.match(/Zebedee|Quillfeather|Person [a-z]|test\.example|T-1\b|North 1|@(?!worker|temporalio|1\.)/g) ?? [],
    ).toEqual([])
    expect(text).not.toContain(`@${os.hostname()}`)
  })
})

/** The same history, its first child of another type: what a changed workflow would have started. */
function withAnotherChild(history: KeptHistory): KeptHistory {
  return JSON.parse(
    JSON.stringify(history, (key, value: unknown) =>
      key === 'startChildWorkflowExecutionInitiatedEventAttributes'
        ? { ...(value as object), workflowType: { name: 'somethingElse' } }
        : value,
    ),
  ) as KeptHistory
}
