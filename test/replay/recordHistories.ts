import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { recordEvent } from '../../client/commands/recordEvent'
import { startImport } from '../../client/commands/startImport'
import { setClock } from '../../client/commands/setClock'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { historyJson } from '../servers/readableHistory'
import { stepTo } from '../servers/steppedClock'
import { addSupervisedCase, addSupervisionPeople, setPatternOf } from '../servers/supervisionTown'
import { testTown, type TestTown } from '../servers/testTown'
import { answeredAlert } from './answeredAlert'
import { FOLDER, keep, type KeptEvent, type KeptHistory } from './keptHistory'

/** Clock milliseconds per real one: a day in one second. */
const SCALE = 24 * 60 * 60

/** What a run has to hold to be worth keeping: event types, and the type of a child it started. */
interface Wanted {
  readonly name: string
  readonly workflow: string
  readonly events: readonly string[]
  readonly starts?: string
  readonly run: 'first' | 'continued' | 'any'
}

const [NUDGED, FIRED, STARTED, RENEWED, ENDED, TRIED, SET] = [
  'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED',
  'EVENT_TYPE_TIMER_FIRED',
  'EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED',
  'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
  'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED',
  'EVENT_TYPE_ACTIVITY_TASK_COMPLETED',
  'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES',
]

const WANTED: readonly Wanted[] = [
  { name: 'case-first-run', workflow: 'caseTimeline', events: [NUDGED, FIRED, SET, RENEWED], run: 'first' },
  {
    name: 'case-with-escalation',
    workflow: 'caseTimeline',
    events: [NUDGED, FIRED, STARTED, SET, RENEWED],
    starts: 'stalledPlanEscalation',
    run: 'any',
  },
  { name: 'case-continued', workflow: 'caseTimeline', events: [FIRED], run: 'continued' },
  {
    name: 'escalation-climbed',
    workflow: 'stalledPlanEscalation',
    events: [FIRED, STARTED, ENDED],
    starts: 'delivery',
    run: 'any',
  },
  {
    name: 'escalation-answered',
    workflow: 'stalledPlanEscalation',
    events: [NUDGED, NUDGED, NUDGED, NUDGED, FIRED, STARTED, STARTED, ENDED],
    starts: 'delivery',
    run: 'first',
  },
  { name: 'delivery-tried-again', workflow: 'delivery', events: [TRIED, FIRED, TRIED, ENDED], run: 'first' },
  {
    name: 'morning-round',
    workflow: 'morningRound',
    events: [FIRED, STARTED, RENEWED],
    starts: 'delivery',
    run: 'any',
  },
  { name: 'import', workflow: 'importCaseload', events: [TRIED, ENDED], run: 'first' },
  { name: 'session', workflow: 'groupSupervisionSession', events: [NUDGED, FIRED], run: 'first' },
  { name: 'year', workflow: 'groupSupervisionYear', events: [NUDGED, FIRED], run: 'first' },
  { name: 'conference', workflow: 'planReview', events: [FIRED, ENDED], run: 'first' },
  { name: 'follow-up', workflow: 'cppFollowUp', events: [FIRED], run: 'first' },
  { name: 'reconcile', workflow: 'reconcile', events: [NUDGED, RENEWED], run: 'first' },
  { name: 'reconcile-continued', workflow: 'reconcile', events: [NUDGED], run: 'continued' },
]

/** Those that nobody has recorded yet; all of them anew with HISTORIES=all. */
const toRecord = (): readonly Wanted[] => {
  const kept = readdirSync(FOLDER)
  return WANTED.filter(
    ({ name }) => process.env['HISTORIES'] === 'all' || !kept.some((file) => file.startsWith(`${name}-`)),
  )
}

/** Whether the events happened, in any order; one named twice, twice. */
function holds({ events }: KeptHistory, { events: types, starts, run }: Wanted): boolean {
  const continued = (events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '') !== ''
  const many = (type: string, among: readonly string[]): number => among.filter((one) => one === type).length
  const happened = events.map(({ eventType }) => eventType)
  const child = (event: KeptEvent): string | undefined =>
    event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowType.name
  return (
    (run === 'any' || continued === (run === 'continued')) &&
    types.every((type) => many(type, happened) >= many(type, types)) &&
    (starts === undefined || events.some((event) => child(event) === starts))
  )
}

describe('histories worth keeping', () => {
  let town: TestTown
  let county: string
  beforeAll(async () => {
    county = mkdtempSync(path.join(os.tmpdir(), 'caseclock-county-'))
    await writeDemoCounty({ folder: county, today: '2026-02-27', families: 2 })
    town = await testTown({ startsOn: '2026-03-02', refuse: (n) => (n < 2 ? 'temporary' : undefined) })
  })
  afterAll(async () => {
    rmSync(county, { recursive: true })
    await town.stop()
  })

  const record = async (kind: string, data: object): Promise<void> => {
    const on = londonDay((await readClock(town.db)).now).toString()
    await recordEvent(town, { ref: 'T-1', kind, data, on, actorId: PEOPLE.worker, commandId: randomUUID() })
  }
  const until = async (what: string, happened: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await happened()); tries += 1) {
      if (tries > 1200) throw new Error(`Waited in vain for ${what}.`)
      await wait(300)
    }
    process.stdout.write(`there is ${what}\n`)
  }
  const climbed = async (state: 'open' | 'resolved'): Promise<boolean> => {
    const rows = await town.db.$queryRaw<{ id: string }[]>`
      select e.id from escalation e join escalation_entry t on t.escalation_id = e.id join obligation o on o.id = e.obligation_id
      where e.state = ${state} and o.rule in ('visit', 'core-group-first') group by e.id having max(t.rung) >= 2`
    return rows.length > 0
  }
  const runs = async (workflow: string): Promise<readonly KeptHistory[]> => {
    const found: { readonly startTime: Date; readonly history: KeptHistory }[] = []
    for await (const { workflowId, runId, startTime } of town.client.workflow.list({
      query: `WorkflowType = '${workflow}'`,
    })) {
      const history = await town.client.workflow.getHandle(workflowId, runId).fetchHistory()
      found.push({ startTime, history: historyJson(history) as KeptHistory })
    }
    return found.sort((a, b) => a.startTime.getTime() - b.startTime.getTime()).map(({ history }) => history)
  }
  const best = async (wanted: Wanted): Promise<KeptHistory | undefined> =>
    (await runs(wanted.workflow)).find((history) => holds(history, wanted))

  const bring = toRecord().some(({ name }) => name === 'import') ? it : it.skip
  bring(
    'an import',
    async () => {
      await addPeople(town)
      await town.startWorker()
      await startImport(town, { source: 'ssd', folder: county, actorId: null })
      const wanted = WANTED.find(({ name }) => name === 'import')
      if (wanted === undefined) throw new Error('Nobody wants an import.')
      await until('an import', async () => (await best(wanted)) !== undefined)
      const history = await best(wanted)
      if (history !== undefined) process.stdout.write(`kept: ${keep('import', history)}\n`)
      await town.stopWorker()
    },
    300_000,
  )

  const answered = toRecord().find(({ name }) => name === 'escalation-answered')
  const give = answered === undefined ? it.skip : it
  give(
    'an alert that was answered',
    async () => {
      const history = await answeredAlert()
      expect(answered !== undefined && holds(history, answered)).toBe(true)
      process.stdout.write(`kept: ${keep('escalation-answered', history)}\n`)
    },
    300_000,
  )

  const supervised = toRecord().filter(({ workflow }) => workflow.startsWith('groupSupervision'))
  const supervise = supervised.length > 0 ? it : it.skip
  supervise(
    'a year of group supervision and its sessions',
    async () => {
      await addSupervisionPeople(town)
      await addSupervisedCase(town, 'S-1', '2026-02-27')
      await town.startWorker()
      await setPatternOf(town, { pattern: [{ weekday: 'tuesday', nth: [3], at: '09:30', minutes: 60 }] })
      await setClock(town, { scale: SCALE })
      for (const wanted of supervised) await until(wanted.name, async () => (await best(wanted)) !== undefined)
      for (const wanted of supervised) {
        const history = await best(wanted)
        if (history !== undefined) process.stdout.write(`kept: ${keep(wanted.name, history)}\n`)
      }
      await town.stopWorker()
    },
    300_000,
  )

  const others = toRecord().filter(
    ({ name, workflow }) =>
      !['import', 'escalation-answered'].includes(name) && !workflow.startsWith('groupSupervision'),
  )
  const make = others.length > 0 ? it : it.skip
  make(
    'are made on the real server, and kept beside the old ones',
    async () => {
      await addPeople(town)
      const { id } = await addCase(town, 'T-1', '2026-02-27')
      await town.startWorker()
      await town.processes.ensure([{ type: 'reconcile', id: '' }])
      await stepTo(town, londonMoment(LocalDate.parse('2026-03-02'), 12 * 60))
      await record('strategy-discussion', { opensSection47: true })
      await record('icpc-held', { outcome: 'plan', quorate: true })
      await record('plan-started', { plan: 'cpp', category: 'neglect' })
      await setClock(town, { scale: SCALE })
      const nudging = setInterval(() => void town.processes.nudge([{ type: 'caseTimeline', id }]), 7_000)
      try {
        await until('an escalation that climbs', () => climbed('open'))
        await record('core-group-held', { quorate: true })
        await record('visit-made', { seen: true, seenAlone: true })
        await until('its end by the fact', () => climbed('resolved'))
        for (const wanted of others) {
          await until(wanted.name, async () => {
            if (wanted.workflow === 'reconcile') await town.processes.nudge([{ type: 'reconcile', id: '' }])
            return (await best(wanted)) !== undefined
          })
        }
      } finally {
        clearInterval(nudging)
      }
      const kept: string[] = []
      for (const wanted of others) {
        const history = await best(wanted)
        if (history !== undefined) kept.push(keep(wanted.name, history))
      }
      expect(kept).toHaveLength(others.length)
      process.stdout.write(`kept: ${kept.join(', ')}\n`)
    },
    1_800_000,
  )
})
