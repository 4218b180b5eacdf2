import { answerEscalation } from '../../commands/answerEscalation'
import { alertPage, type AlertPage } from '../../queries/alerts/alertPage'
import type { AlertAnswer } from '../../../domain/escalation/answerProblem'
import { govukDate } from '../../../domain/timeline/govukDate'
import { goTo, NOTHING_HERE, show, type Answer } from '../app/answer'
import { page, type Asked } from '../app/page'
import { statusOf } from '../app/refusedBy'
import { localPath } from '../sign-in/localPath'
import type { TypedAnswer } from './alertView'
import { answeredSince } from './answeredSince'
import { lookAtAlert } from './lookAtAlert'
import { readAnswer } from './answerForm'

/** `/escalations/:id`, where the links of mails lead; and what its forms send. */
export const ALERT = [
  page({
    method: 'GET',
    path: '/escalations/:id',
    needs: 'see-own-work',
    answer: async (asked) => {
      const found = await alertPage(asked.db, asked.reader, asked.params['id'] ?? '')
      return found === undefined ? NOTHING_HERE : shown(asked, found)
    },
  }),
  page({
    method: 'POST',
    path: '/escalations/:id/answer',
    needs: 'see-own-work',
    answer: async (asked) => {
      const { db, processes, reader, form, params } = asked
      const found = await alertPage(db, reader, params['id'] ?? '')
      const read = readAnswer(form)
      if (found === undefined) return NOTHING_HERE
      if (read === undefined) return show('errors/refused.njk', { todo: NO_ANSWER }, 422)
      const { typed, lines, says, dayWrong = false } = read
      if (typeof says === 'string')
        return shown(asked, found, { typed: { ...typed, problem: says, dayWrong }, status: 422 })
      const meanwhile = answeredSince(found.alert.log.slice(lines), reader.id)
      if (lines > 0 && meanwhile !== undefined)
        return shown(asked, found, { typed: { ...typed, problem: meanwhile }, status: 409 })
      const answer = await answerEscalation(
        { db, processes },
        { ...says, escalationId: found.alert.id, actorId: reader.id, commandId: typed.command },
      )
      if ('refused' in answer)
        return shown(asked, found, { typed: { ...typed, problem: answer.todo }, status: statusOf(answer) })
      const next =
        answer.nextOn === null ? 'Nobody further is told' : `The next person is told on ${govukDate(answer.nextOn)}`
      return goTo(
        form['back'] === undefined ? `/escalations/${found.alert.id}` : localPath(form['back']),
        `${SAID[typed.answer]} on case ${found.alert.ref}.${typed.answer === 'withdraw' ? '' : ` ${next} unless it is recorded as done.`}`,
      )
    },
  }),
]

const NO_ANSWER = 'Go back to the alert, choose one of its answers, and send it again. Nothing was saved.'

interface Refused {
  readonly typed: TypedAnswer
  readonly status: number
}

async function shown(asked: Asked, found: AlertPage, { typed, status }: Partial<Refused> = {}): Promise<Answer> {
  const { back } = asked.form
  return show(
    'alerts/alert.njk',
    { ...(await lookAtAlert(asked, found, typed)), back: back === undefined ? null : localPath(back) },
    status,
  )
}

const SAID: Readonly<Record<AlertAnswer, string>> = {
  acknowledge: 'You have said that you have this',
  promise: 'The promise was recorded',
  'more-time': 'More time was asked for',
  'pass-up': 'It was passed up',
  withdraw: 'The alert was withdrawn',
  challenge: 'The disagreement was raised',
}
