import { LocalDate } from '@js-joda/core'
import { mailActivities, planningActivities } from '../../activities'
import type { Processes } from '../../activities/deps'
import type { MailTransport, OutgoingMail, SendResult } from '../../activities/mail/mailTransport'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { failureWords } from '../../activities/round/failureWords'
import { tellLast } from '../../activities/round/tellLast'
import { writeDigests } from '../../activities/writeDigests'
import { setClock } from '../../client/commands/setClock'
import { recordEvent, type RecordEvent } from '../../client/commands/recordEvent'
import { londonMoment } from '../../domain/calendar/london'
import { randomUUID } from 'node:crypto'
import type { MailActivities, PlanningActivities } from '../../workflows/protocol'
import { testTown, type TestTown } from './testTown'
import { takeRunOnHere } from './takeRunOnHere'

const NOON = 12 * 60

/** A town without a worker: each activity is called by the test, so that what happens between two of them can be chosen. */
export interface QuietTown {
  readonly db: TestTown['db']
  readonly town: TestTown
  readonly planning: PlanningActivities
  readonly mail: MailActivities
  /** What the mail server was handed, in order. */
  readonly mails: readonly OutgoingMail[]
  /** Who is asked to wake: nobody does. */
  readonly processes: Processes
  /** What the mail server answers to the next mail; `sent` unless told. */
  answerNext(result: SendResult): void
  moveTo(day: string, minutes?: number): Promise<void>
  /** Plans every case, climbs every open escalation. */
  plan(): Promise<void>
  /** Writes digests. */
  round(): Promise<void>
  /** One try for every message that may leave. */
  deliver(): Promise<void>
  /** The noon of a day: everything is planned and climbed, and what may leave leaves. */
  dayComes(day: string): Promise<void>
  record(event: Pick<RecordEvent, 'ref' | 'kind' | 'actorId'> & Partial<RecordEvent>): Promise<string>
  stop(): Promise<void>
}

export interface QuietOptions {
  /** Where Temporal is asked for something all the same, by a command or a program of its own. */
  readonly namespace?: boolean
}

export async function quietTown(startsOn: string, { namespace = false }: QuietOptions = {}): Promise<QuietTown> {
  const town = await testTown({ startsOn, namespace })
  const { db } = town
  const mails: OutgoingMail[] = []
  const answers: SendResult[] = []
  const nobody: Processes = { nudge: () => Promise.resolve(0), ensure: (names) => Promise.resolve(names.length) }
  const rules = rulesInForce()
  const transport: MailTransport = {
    send: (mail) => {
      mails.push(mail)
      return Promise.resolve(answers.shift() ?? { outcome: 'sent' })
    },
    close: () => undefined,
  }
  const planning = planningActivities({
    db,
    rules,
    processes: nobody,
    takeRunOn: takeRunOnHere(db, nobody),
    problemAfterMs: 0,
  })
  const links = {
    caseLink: (ref: string) => `http://caseclock.test/cases/${ref}`,
    alertLink: (id: string) => `http://caseclock.test/escalations/${id}`,
    sessionLink: (id: string) => `http://caseclock.test/supervision/sessions/${id}`,
    yearLink: (id: string) => `http://caseclock.test/supervision/${id}/year`,
    preferencesLink: 'http://x.test',
  }
  const mail = mailActivities({ db, rules, processes: nobody, transport, links, problemAfterMs: 0 })
  const now = async (): Promise<string> => {
    const [row] = await db.$queryRaw<{ offset_ms: bigint }[]>`select offset_ms from authority`
    return new Date(Number(row?.offset_ms)).toISOString()
  }
  const quiet: QuietTown = {
    db,
    town,
    planning,
    mail,
    mails,
    processes: nobody,
    answerNext: (result) => void answers.push(result),
    moveTo: async (day, minutes = NOON) => {
      await setClock({ db, processes: nobody }, { to: londonMoment(LocalDate.parse(day), minutes), nudge: 'none' })
    },
    plan: async () => {
      const cases = await db.$queryRaw<{ id: string }[]>`select id from case_file order by id`
      for (const { id } of cases) await planning.planTimeline({ caseId: id })
      const open = await db.$queryRaw<{ id: string }[]>`select id from escalation where state = 'open' order by id`
      for (const { id } of open) await planning.climb({ escalationId: id })
    },
    round: async () => {
      const { failures } = await writeDigests(db, rules, { untilReal: Number.MAX_SAFE_INTEGER })
      await tellLast(db, (await now()).slice(0, 10), failureWords(failures.length, failures))
    },
    deliver: async () => {
      const waiting = await db.$queryRaw<{ id: string }[]>`
        select id from message where state in ('unsent', 'unknown', 'sending')
          or (state = 'created' and next_moment <= ${await now()}::timestamptz) order by created_at, id`
      for (const { id } of waiting) await mail.deliverMessage({ messageId: id })
    },
    dayComes: async (day) => {
      await quiet.moveTo(day)
      await quiet.plan()
      await quiet.deliver()
    },
    record: async (event) => {
      const answer = await recordEvent({ db, processes: nobody }, { data: {}, commandId: randomUUID(), ...event })
      if ('refused' in answer) throw new Error(`${answer.refused}: ${answer.todo}`)
      return answer.eventIds[0] ?? ''
    },
    stop: () => town.stop(),
  }
  return quiet
}
