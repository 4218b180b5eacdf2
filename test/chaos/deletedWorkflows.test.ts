import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { realNow } from '../../activities/realNow'
import { londonMoment } from '../../domain/calendar/london'
import { stepTo } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { chaosCounty, type ChaosCounty } from './chaosCounty'
import { difference } from './difference'
import { expectedOfTown } from './expectedOfTown'
import { sizeFromEnvironment } from './sizeFromEnvironment'
import { tellOf } from './tellOf'
import { toldByTheWeek } from './toldByTheWeek'
import { temporalCli, workflowCount } from './temporalCli'
import { writtenInTown } from './writtenInTown'

const TODAY = LocalDate.parse('2026-11-20')
const FAMILIES = sizeFromEnvironment('CASECLOCK_CHAOS_FAMILIES', { usual: 12, most: 2_000 })
const DELETED_ON = TODAY.plusDays(4)
const WEEK_AFTER = TODAY.plusDays(11)
/** Real milliseconds: the stepping before and after, a minute until a worker looks again, a deletion at fifty a second. */
const PATIENCE_MS = 300_000 + FAMILIES * 5_000

const running = async ({ client }: TestTown): Promise<string[]> => {
  const ids: string[] = []
  for await (const { workflowId } of client.workflow.list({ query: "ExecutionStatus = 'Running'" }))
    ids.push(workflowId)
  return ids.sort()
}

const written = ({ db }: TestTown): Promise<{ line: string }[]> => db.$queryRaw<{ line: string }[]>`
  select 'o' || id || due_on || state as line from obligation union all select 'n' || id || step from notice union all select 'm' || id || state from message order by 1`

/** What runs once nothing is on its way any more: no delivery, and both standing processes. */
const atRest = (ids: readonly string[]): boolean =>
  ids.includes('reconcile') && ids.includes('round') && !ids.some((id) => id.startsWith('delivery/'))

describe(`every workflow of ${String(FAMILIES)} families deleted through the Temporal CLI, reconcile itself among them`, () => {
  let county: ChaosCounty
  beforeAll(async () => {
    county = await chaosCounty({ today: TODAY.toString(), families: FAMILIES })
    await Promise.race([stepTo(county.town, londonMoment(DELETED_ON, 12 * 60)), county.worker.failed])
  }, PATIENCE_MS)
  afterAll(() => county.stop())

  const until = async <T>(look: () => Promise<T>, test: (found: T) => boolean): Promise<T> => {
    for (;;) {
      const found = await Promise.race([look(), county.worker.failed])
      if (test(found)) return found
      await wait(100)
    }
  }

  it(
    'all come back by themselves with the same obligations, and nobody is told twice',
    async () => {
      const { town, worker } = county
      // A worker that has just looked: the next look, a minute away, finds everything gone.
      await worker.startAgain()
      await worker.ready()
      const before = await until(() => running(town), atRest)
      const wrote = await written(town)
      const mails = (await town.inbox.list()).length
      const runs = await workflowCount(town)
      const began = realNow()
      await temporalCli(
        town,
        ...[
          'workflow',
          'delete',
          '--query',
          'WorkflowId IS NOT NULL',
          '--reason',
          'to show that they come back',
          '--yes',
        ],
      )
      await until(
        () => workflowCount(town),
        (count) => count === 0,
      )
      const gone = realNow()
      const after = await until(
        () => running(town),
        (ids) => ids.length >= before.length && atRest(ids),
      )
      expect(after).toEqual(before)
      const back = realNow()
      await stepTo(town, londonMoment(DELETED_ON, 12 * 60 + 1))
      expect(await written(town)).toEqual(wrote)
      expect(await town.inbox.list()).toHaveLength(mails)
      tellOf(`${String(FAMILIES)} families, every workflow deleted through the CLI`, {
        'runs deleted': runs,
        'seconds until workflow count said 0': Math.round((gone - began) / 1000),
        'processes running before': before.length,
        'running again': after.length,
        'seconds later': Math.round((back - gone) / 1000),
        'rows in Postgres, the same as before': wrote.length,
        'mails in the sink, as before': mails,
      })
    },
    PATIENCE_MS,
  )

  it(
    'and they go on: a week later everything the facts ask for stands once',
    async () => {
      const { town, worker } = county
      const span = { from: TODAY, to: WEEK_AFTER, firstLook: londonMoment(TODAY, 4 * 60) }
      const expected = await expectedOfTown(town, span)
      await Promise.race([stepTo(town, londonMoment(WEEK_AFTER, 20 * 60)), worker.failed])
      const found = await writtenInTown(town)
      expect(
        difference(
          expected.map(({ key }) => key),
          found.map(({ key }) => key),
        ),
      ).toEqual({ missing: [], unexpected: [] })
      const inbox = (await town.inbox.list()).map(({ messageId }) => messageId)
      const weeks = await toldByTheWeek(town)
      expect(weeks.faults).toEqual([])
      expect(difference([...new Set([...expected.map(({ mailId }) => mailId), ...weeks.mailIds])], inbox)).toEqual({
        missing: [],
        unexpected: [],
      })
      tellOf('and a week later', {
        'notices expected': expected.length,
        'notices in Postgres': found.length,
        'mails in the sink': inbox.length,
      })
    },
    PATIENCE_MS,
  )
})
