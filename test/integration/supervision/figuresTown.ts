import { randomUUID } from 'node:crypto'
import { appendEvents } from '../../../activities/chronology/appendEvents'
import { readClock } from '../../../activities/clock'
import { stableId } from '../../../activities/import/stableId'
import { runSupervisionFigures, type SupervisionFiguresOptions } from '../../../client/cli/supervision/figuresCommand'
import { CommandFailed } from '../../../client/cli/io'
import { sessionCommand, type Answered } from '../../../client/commands/supervision/acting'
import { changeOne } from '../../../client/commands/supervision/changeSession'
import { askException, decideException } from '../../../client/commands/supervision/exception'
import { recordHeld, type RecordHeld } from '../../../client/commands/supervision/held'
import { minutesOut } from '../../../client/commands/supervision/minutes'
import { qualityCheck } from '../../../client/commands/supervision/qualityCheck'
import { writeSummary } from '../../../client/commands/supervision/summaries'
import { inTransaction } from '../../../prisma/inTransaction'
import { PEOPLE } from '../../servers/factsToEvents'
import { quietTown, type QuietTown } from '../../servers/quietTown'
import {
  addSupervisedCase,
  addSupervisionPeople,
  COORDINATOR,
  planAll,
  setPatternOf,
} from '../../servers/supervisionTown'

/** Everybody invited, but these. */
export const allBut = (...absent: readonly string[]): readonly string[] =>
  [...Object.values(PEOPLE), COORDINATOR].filter((id) => !absent.includes(id))

/** What the command said, and the code it ended with. */
export async function typedFigures(
  { town }: QuietTown,
  options: Partial<SupervisionFiguresOptions> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const environment = process.env
  process.env = { ...environment, ...town.environment() }
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
  try {
    const code = await runSupervisionFigures({ data: '.none', ...options }, io)
    return { code, ...said }
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    return { code: error.exitCode, out: said.out, err: error.message }
  } finally {
    process.env = environment
  }
}

/** The rows of a month without its team, and without those that are shares of nothing. */
export const csvRows = async (quiet: QuietTown, month: string): Promise<readonly string[]> =>
  (await typedFigures(quiet, { csv: true, from: month, to: month })).out
    .split('\r\n')
    .filter((row) => row.startsWith('North 1,') && !row.endsWith(',,0'))
    .map((row) => row.replace(`North 1,${month},`, ''))

async function done(answer: Promise<Answered>): Promise<void> {
  const answered = await answer
  if ('refused' in answered) throw new Error(`${answered.refused}: ${answered.todo}`)
}

const by = (actorId: string) => ({ actorId, commandId: randomUUID() })

export const sessionOn = async ({ db }: QuietTown, day: string): Promise<string> =>
  (await db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = ${day}::date`)[0]?.id ?? ''

export const refsOn = async ({ db }: QuietTown, day: string): Promise<readonly string[]> =>
  (
    await db.$queryRaw<{ ref: string }[]>`
      select c.ref from session_case x join case_file c on c.id = x.case_id join session s on s.id = x.session_id where s.on_day = ${day}::date order by c.ref`
  ).map(({ ref }) => ref)

export const heldOn = async (
  quiet: QuietTown,
  day: string,
  held: Pick<RecordHeld, 'present'> & Partial<RecordHeld>,
): Promise<void> => {
  await quiet.moveTo(day)
  await done(
    recordHeld(quiet, { ...by(COORDINATOR), sessionId: await sessionOn(quiet, day), notDiscussed: [], ...held }),
  )
}

/** Records a discussion, or takes one back, as an import would: a fact of the case and nothing else. Answers its id. */
export async function discussedFact(
  quiet: QuietTown,
  { ref, on, session, takesBack = null }: { ref: string; on: string; session: string; takesBack?: string | null },
): Promise<string> {
  const id = randomUUID()
  await inTransaction(quiet.db, async (tx) => {
    const { now } = await readClock(tx)
    const caseId = stableId('test-case', ref)
    const [row] = await tx.$queryRaw<{ next: number }[]>`
      update case_file set facts_version = facts_version + 1 where id = ${caseId}::uuid returning facts_version as next`
    const event = { kind: 'discussed-in-supervision', on, children: [], data: { session }, source: null }
    await appendEvents(tx, {
      ...{ caseId, factsVersion: row?.next ?? 0, commandId: randomUUID(), actorId: null, now },
      events: [{ id, ...event, supersedes: takesBack, void: takesBack !== null }],
    })
  })
  return id
}

/**
 * North 1 meets on 2 and 16 February 2027: of four cases a summary is late and one is never written, a worker is absent twice and a colleague once with approval, the
 * second minutes are late. It is to meet on 2 and 16 March: the first is cancelled, so that a case has no place. It is 10 March.
 */
export async function figuresTown(): Promise<QuietTown> {
  const quiet = await quietTown('2027-01-20', { namespace: true })
  await addSupervisionPeople(quiet.town)
  for (const ref of ['T-1', 'T-2', 'T-3', 'T-4']) await addSupervisedCase(quiet.town, ref, '2027-01-18')
  await quiet.plan()
  await setPatternOf(quiet)
  await planAll(quiet)
  const [first, second] = [await sessionOn(quiet, '2027-02-02'), await sessionOn(quiet, '2027-02-16')]
  const [onTime = '', late = ''] = await refsOn(quiet, '2027-02-02')
  const [alsoOnTime = ''] = await refsOn(quiet, '2027-02-16')
  const write = (sessionId: string, ref: string): Promise<void> =>
    done(writeSummary(quiet, { ...by(PEOPLE.worker), sessionId, ref, text: 'What has changed.' }))
  await quiet.moveTo('2027-01-26')
  await write(first, onTime)
  await quiet.moveTo('2027-01-27')
  await write(first, late)
  await write(second, alsoOnTime)
  const about = { sessionId: first, personId: PEOPLE.otherWorker }
  await done(askException(quiet, { ...by(PEOPLE.otherWorker), ...about, reason: 'In court.', coverId: PEOPLE.chair }))
  await done(decideException(quiet, { ...by(PEOPLE.teamManager), ...about, approved: true }))
  await heldOn(quiet, '2027-02-02', { present: allBut(PEOPLE.worker, PEOPLE.otherWorker) })
  await quiet.moveTo('2027-02-04')
  await done(minutesOut(quiet, { ...by(COORDINATOR), sessionId: first }))
  await heldOn(quiet, '2027-02-16', { present: allBut(PEOPLE.worker) })
  await quiet.moveTo('2027-02-19')
  await done(minutesOut(quiet, { ...by(COORDINATOR), sessionId: second }))
  await done(qualityCheck(quiet, { ...by(PEOPLE.serviceManager), sessionId: first, words: 'Clear decisions.' }))
  await cancel(quiet, '2027-03-02')
  await quiet.moveTo('2027-03-10')
  await planAll(quiet)
  return quiet
}

async function cancel(quiet: QuietTown, day: string): Promise<void> {
  const sessionId = await sessionOn(quiet, day)
  const change = { change: 'cancel', sessionId, reason: 'the room is flooded' } as const
  const about = { ...by(COORDINATOR), action: 'supervision-session-cancel', sessionId, concerns: 'year' } as const
  await done(sessionCommand(quiet, about, (tx, acting) => changeOne(tx, acting, change)))
}
