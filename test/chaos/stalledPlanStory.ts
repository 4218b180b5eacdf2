import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { answerEscalation, type AnswerEscalation } from '../../client/commands/answerEscalation'
import { setCover } from '../../client/commands/setCover'
import { casePage } from '../../client/queries/casePage'
import { londonMoment } from '../../domain/calendar/london'
import { PEOPLE } from '../servers/factsToEvents'
import { stepTo } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { alertMails, eachOnce } from './alertMails'
import { MORE_PEOPLE, recordFact, REF } from './stalledPlanTown'

/** What one day of the story added. */
export interface Chapter {
  readonly what: string
  /** Mails of alerts, `reader: subject`, in order. */
  readonly mails: readonly string[]
  /** Lines of the log of any alert, `review conference: told 1 teamManager (reason)`. */
  readonly log: readonly string[]
}

/**
 * A review that goes late on 18 June 2026, and all that people may do with the alert about it, until 3 July. The clock is stepped; a worker runs elsewhere,
 * whoever kills it. Throws when a command is refused.
 */
export async function stalledPlanStory(town: TestTown): Promise<readonly Chapter[]> {
  const chapters: Chapter[] = []
  const seen = { mails: 0, log: 0 }
  const day = (date: string): LocalDate => LocalDate.parse(`2026-${date}`)
  const at = (date: string, hour: number): Promise<void> => stepTo(town, londonMoment(day(date), hour * 60))
  const end = async (what: string, date: string): Promise<void> => {
    await at(date, 20)
    const mails = eachOnce(await alertMails(town)).map(({ to, subject }) => `${to}: ${subject}`)
    const log = await logOf(town)
    chapters.push({ what, mails: mails.slice(seen.mails), log: log.slice(seen.log) })
    Object.assign(seen, { mails: mails.length, log: log.length })
  }
  const answer = async (
    who: string,
    given: AnswerEscalation['answer'],
    more: Pick<AnswerEscalation, 'reason'> & Partial<AnswerEscalation>,
  ): Promise<void> => {
    const [open] = await town.db.$queryRaw<{ id: string }[]>`
      select e.id::text from escalation e join obligation o on o.id = e.obligation_id where e.state = 'open' and o.rule = 'review-first'`
    const about = { escalationId: open?.id ?? '', answer: given, actorId: who, commandId: randomUUID() }
    const answered = await answerEscalation(town, { ...about, ...more })
    if ('refused' in answered) throw new Error(`${given} is refused: ${answered.todo}`)
  }

  await end('the review is late, and mail to the chair bounces', '06-18')

  await at('06-19', 10)
  await answer(PEOPLE.teamManager, 'acknowledge', { reason: '' })
  await at('06-22', 9)
  await answer(PEOPLE.teamManager, 'promise', {
    ...{ reason: 'The review is held at the school', until: '2026-06-24', ownerId: PEOPLE.worker },
  })
  await end('acknowledged and promised', '06-24')

  const cover = await setCover(town, {
    ...{
      personId: PEOPLE.serviceManager,
      coverId: MORE_PEOPLE.deputy,
      reason: 'leave',
      actorId: PEOPLE.serviceManager,
    },
    ...{ from: day('06-25'), to: day('06-30'), commandId: randomUUID() },
  })
  if ('refused' in cover) throw new Error(cover.todo)
  await end('the promise is broken, and the service manager is on leave', '06-25')

  await at('06-26', 10)
  await answer(MORE_PEOPLE.deputy, 'more-time', { reason: 'The school is closed', until: '2026-06-29' })
  await end('more time', '06-26')
  await at('06-29', 9)
  await answer(MORE_PEOPLE.deputy, 'more-time', { reason: 'It is closed still', until: '2026-06-30' })
  await end('more time a second time', '06-29')

  await at('06-30', 10)
  await recordFact(town, { kind: 'visit-made', data: { seen: true, seenAlone: true } })
  const held = await recordFact(town, { kind: 'review-held', data: { outcome: 'continue', quorate: true } })
  await end('the review is held', '06-30')

  await at('07-01', 10)
  await recordFact(town, {
    ...{ kind: 'review-held', on: '2026-06-30', data: { outcome: 'continue', quorate: true } },
    ...{ supersedes: held, void: true },
  })
  await end('it was another child’s: the review is late again', '07-01')

  await at('07-02', 10)
  await answer(PEOPLE.headOfService, 'withdraw', { reason: 'The court has made an order' })
  await end('withdrawn', '07-03')
  return chapters
}

/** Every line that stands on the log of an alert, in its order, alerts in the order in which they were opened. */
async function logOf({ db }: TestTown): Promise<string[]> {
  const page = await casePage(db, REF)
  return (page?.escalations ?? []).flatMap(({ title, entries }) =>
    entries.map(({ entry, rung, name, reason, at }) =>
      [
        `${new Date(at).toISOString().slice(5, 16)} ${title}: ${entry}`,
        ...(rung === null ? [] : [String(rung)]),
        ...(name === null ? [] : [name.replace('Person ', '')]),
        ...(reason === '' ? [] : [`(${reason})`]),
      ].join(' '),
    ),
  )
}
