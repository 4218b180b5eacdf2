import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { recordEvent } from '../../client/commands/recordEvent'
import { londonMoment } from '../../domain/calendar/london'
import { PEOPLE, TEAM, type TestCase } from '../servers/factsToEvents'
import { stepTo, untilAllHaveAsked } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { townOfOneCase } from '../servers/townOfOneCase'

const at = (day: string, minutes = 0): number => londonMoment(LocalDate.parse(day), minutes)
const NOON = 12 * 60

describe('what an operator may search the cases by', () => {
  let town: TestTown
  let about: TestCase

  beforeAll(async () => {
    ;({ town, about } = await townOfOneCase({ referredOn: '2026-02-27' }))
    await stepTo(town, at('2026-03-02', NOON))
  })
  afterAll(() => town.stop())

  const found = async (query: string): Promise<string[]> => {
    const ids: string[] = []
    for await (const { workflowId } of town.client.workflow.list({ query })) ids.push(workflowId)
    return ids
  }
  /** What visibility lists is a moment behind what happened: looks again until it finds so many, or ten seconds have passed. */
  const untilFound = async (query: string, many: number): Promise<string[]> => {
    for (let tries = 0; ; tries += 1) {
      const ids = await found(query)
      if (ids.length === many || tries > 200) return ids
      await wait(50)
    }
  }
  /** How often the running case set something, over all of its runs. */
  const upserts = async (): Promise<number> => {
    let count = 0
    for await (const { runId } of town.client.workflow.list({ query: `WorkflowId = 'case/${about.id}'` })) {
      const { events } = await town.client.workflow.getHandle(`case/${about.id}`, runId).fetchHistory()
      count += (events ?? []).filter((event) => event.upsertWorkflowSearchAttributesEventAttributes != null).length
    }
    return count
  }
  const obligations = () => town.db.$queryRaw<{ due_on: string; late: boolean }[]>`
    select due_on::text, due_on < '2026-05-20'::date as late from obligation where case_id = ${about.id}::uuid and state = 'open' order by due_on`

  it('a case with nothing late is found by its team and its next due date, not as late', async () => {
    const [first] = await obligations()
    const day = first?.due_on ?? ''
    const due = `Team = '${TEAM}' AND Late = 0 AND NextDue > '${day}T00:00:00Z' AND NextDue < '${day}T23:59:59Z'`
    expect(await untilFound(due, 1)).toEqual([`case/${about.id}`])
    expect(await found(`Team = '${TEAM}' AND Late > 0`)).toEqual([])
  })

  it('a plan that changes nothing sets nothing, also after continue-as-new', async () => {
    const before = await upserts()
    expect(before).toBe(1)
    const runs = `WorkflowId = 'case/${about.id}'`
    for (let nudges = 0; (await found(runs)).length < 2; nudges += 1) {
      expect(nudges).toBeLessThan(40)
      await town.processes.nudge([{ type: 'caseTimeline', id: about.id }])
      await town.client.workflow.getHandle(`case/${about.id}`).query('__temporal_workflow_metadata') // answered when the wake is done
    }
    expect(await upserts()).toBe(before)
    expect(await untilFound(`Team = '${TEAM}' AND Late = 0 AND ExecutionStatus = 'Running'`, 1)).toEqual([
      `case/${about.id}`,
    ])
  })

  it('a case with something late is found by its team', async () => {
    await stepTo(town, at('2026-05-20', NOON))
    const late = (await obligations()).filter((obligation) => obligation.late).length
    expect(late).toBeGreaterThan(0)
    const query = `Team = '${TEAM}' AND Late > 0 AND ExecutionStatus = 'Running'`
    expect(await untilFound(query, 1)).toEqual([`case/${about.id}`])
    expect(await untilFound(`Late = ${String(late)} AND ExecutionStatus = 'Running'`, 1)).toEqual([`case/${about.id}`])
  })

  it('a case that has been closed is no longer found as late', async () => {
    await recordEvent(town, {
      ref: 'T-1',
      kind: 'case-closed',
      data: { reason: 'done' },
      actorId: PEOPLE.teamManager,
      commandId: randomUUID(),
      on: '2026-05-20',
    })
    await untilAllHaveAsked(town)
    // Only the looks back at the closing are ahead, after three months the first.
    expect((await obligations()).map(({ due_on }) => due_on)).toEqual(['2026-08-20', '2026-11-20', '2027-05-20'])
    const cleared = `WorkflowId = 'case/${about.id}' AND Late = 0 AND NextDue > '2026-08-20T00:00:00Z' AND NextDue < '2026-08-20T23:59:59Z'`
    expect(await untilFound(cleared, 1)).toEqual([`case/${about.id}`])
  })
})
