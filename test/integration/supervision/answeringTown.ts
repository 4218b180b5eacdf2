import { PEOPLE } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { answerTo, type Answering, type MailedAnswer } from './answersTo'
import { replySink, type ReplySink } from './replySink'
import { invitationTo, sessionsAhead, townWithAYear } from './supervisionYear'

export const WORKER = 'worker@test.example'

/** What is known of the worker's answer to a session. */
export interface Standing {
  readonly reply: string | null
  readonly how: string | null
  readonly revision: number | null
  readonly reason: string | null
  readonly on: string | null
}

export const UNANSWERED: Standing = { reply: null, how: null, revision: null, reason: null, on: null }

/** A town whose worker answers invitations by mail, each test the next session of the year. */
export interface AnsweringTown {
  readonly quiet: QuietTown
  readonly sink: ReplySink
  /** A session of its own for whoever asks. */
  nextSession(): string
  /** The worker accepts, by Outlook, unless told otherwise. */
  answer(sessionId: string, more?: Partial<Answering>): Promise<MailedAnswer>
  stands(sessionId: string): Promise<Standing | undefined>
  stop(): Promise<void>
}

export async function answeringTown(): Promise<AnsweringTown> {
  const quiet = await townWithAYear('2026-03-02', ['T-1'])
  const sink = await replySink(quiet)
  const sessions = [...(await sessionsAhead(quiet))]
  return {
    quiet,
    sink,
    nextSession: () => sessions.shift() ?? '',
    answer: (sessionId, more = {}) =>
      answerTo(invitationTo(quiet, sessionId, WORKER), {
        ...{ program: 'outlook', answer: 'ACCEPTED', stamp: '20260302T030000Z' },
        ...more,
      }),
    stands: async (sessionId) =>
      (
        await quiet.db.$queryRaw<Standing[]>`
          select reply, reply_how as how, reply_revision as revision, exception_reason as reason, replied_on::text as on
          from attendance where session_id = ${sessionId}::uuid and person_id = ${PEOPLE.worker}::uuid`
      )[0],
    stop: async () => {
      await sink.stop()
      await quiet.stop()
    },
  }
}
