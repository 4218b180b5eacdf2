import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@js-joda/core'
import { planningActivities } from '../../../activities'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { answerEscalation, type EscalationAnswer } from '../../../client/commands/answerEscalation'
import { recordEvent } from '../../../client/commands/recordEvent'
import type { Database } from '../../../prisma/database'
import { addCase, PEOPLE, type TestCase } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { takeRunOnHere } from '../../servers/takeRunOnHere'

/** One case of a town, which the test alone brings forward. */
export interface WatchedCase extends TestCase {
  readonly quiet: QuietTown
  /** The day on which the run began. */
  readonly began: LocalDate
  /** London day, at noon. */
  readonly today: () => LocalDate
  /** Lets days pass and asks every clock of the case as often as they ask for it. */
  pass(days: number): Promise<void>
  ask(): Promise<void>
  /** Asks as a worker does that dies on the way: everything is worked out and written, and nothing of it is committed. */
  dieAsking(): Promise<void>
  record(kind: string, data: object): Promise<void>
  /** Answers the first open alert; what is refused is left as it is. Answers whether it was accepted. */
  answer(answer: EscalationAnswer, by: keyof typeof PEOPLE, until?: LocalDate): Promise<boolean>
}

/** More than there are people who could be told one after another. */
const ROUNDS = 8
const DIED = new Error('the worker died before it committed')

export async function watchedCase(quiet: QuietTown, ref: string, begins: LocalDate): Promise<WatchedCase> {
  let day = begins
  await quiet.moveTo(day.toString())
  const about = await addCase(quiet.town, ref, day.toString())
  const dying = planningActivities({
    db: dyingBeforeCommit(quiet.db),
    rules: rulesInForce(),
    processes: quiet.processes,
    takeRunOn: takeRunOnHere(quiet.db, quiet.processes),
    problemAfterMs: 0,
  })
  const open = (): Promise<{ id: string }[]> => quiet.db.$queryRaw<{ id: string }[]>`
    select id from escalation where case_id = ${about.id}::uuid and state = 'open' order by id`
  const due = (): Promise<{ id: string }[]> => quiet.db.$queryRaw<{ id: string }[]>`
    select e.id from escalation e, authority a where e.case_id = ${about.id}::uuid and e.state = 'open'
      and (not e.taken_up or e.next_moment <= to_timestamp(a.offset_ms / 1000.0)) order by e.id`
  const ask = async (): Promise<void> => {
    await quiet.planning.planTimeline({ caseId: about.id })
    // A mail that comes back has its alert look again, and the next person's may come back too.
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const { id } of await due()) await quiet.planning.climb({ escalationId: id })
      await quiet.deliver()
    }
    expect(await due()).toEqual([])
  }
  return {
    ...about,
    quiet,
    began: begins,
    today: () => day,
    ask,
    pass: async (days) => {
      for (let passed = 0; passed < days; passed += 1) {
        day = day.plusDays(1)
        await quiet.moveTo(day.toString())
        if (passed === days - 1 || (await isDue(quiet, about.id))) await ask()
      }
    },
    dieAsking: async () => {
      await expect(dying.planTimeline({ caseId: about.id })).rejects.toThrow(DIED.message)
      for (const { id } of await open()) await expect(dying.climb({ escalationId: id })).rejects.toThrow(DIED.message)
    },
    record: async (kind, data) => {
      const command = { ref, kind, data, actorId: PEOPLE.headOfService, commandId: randomUUID() }
      const answer = await recordEvent(quiet, command)
      // Whoever has left, or may not open the case, records nothing: that is so and no fault.
      if ('refused' in answer && answer.refused !== 'not-allowed') throw new Error(answer.todo)
    },
    answer: async (answer, by, until) => {
      const [alert] = await open()
      if (alert === undefined) return false
      const answered = await answerEscalation(quiet, {
        ...{ escalationId: alert.id, answer, reason: `because of ${answer}`, actorId: PEOPLE[by] },
        ...{ commandId: randomUUID(), ...(until === undefined ? {} : { until: until.toString() }) },
      })
      return 'accepted' in answered
    },
  }
}

/** Whether any clock of a case wants to be asked by now. */
async function isDue({ db }: QuietTown, caseId: string): Promise<boolean> {
  const due = await db.$queryRaw<unknown[]>`
    select 1 from authority a, (
      select next_moment from case_file where id = ${caseId}::uuid
      union all select next_moment from escalation where case_id = ${caseId}::uuid and state = 'open') process
    where process.next_moment <= to_timestamp(a.offset_ms / 1000.0) limit 1`
  return due.length > 0
}

const dyingBeforeCommit = (db: Database): Database =>
  new Proxy(db, {
    get: (target, name, receiver): unknown =>
      name === '$transaction'
        ? (work: (tx: unknown) => Promise<unknown>, options: object) =>
            target.$transaction(async (tx) => {
              await work(tx)
              throw DIED
            }, options)
        : Reflect.get(target, name, receiver),
  })
