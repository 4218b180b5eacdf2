import { tellOwner } from '../../../activities/escalation/tellOwner'
import { createAtOnceMessages } from '../../../activities/mail/createAtOnceMessages'
import { knownPeople } from '../../../activities/people/knownPeople'
import { loadPeople } from '../../../activities/people/loadPeople'
import { lastOfPromises } from '../../../domain/escalation/ladder'
import { isId } from '../isId'
import { refuse, type AnswerGiven } from './answering'
import { isDay, readUntil } from './until'

/**
 * What will be done, by whom and by when: the rung waits for that day, and goes up when the fact has not happened. Once per rung, and again where
 * whoever was to keep it has left. Whoever is to keep it is told, if somebody else made it.
 */
export const promise: AnswerGiven = async (answering) => {
  const { tx, command, row, rules, entries, rung, numbers, today, now, log } = answering
  if (command.reason.trim() === '')
    return refuse('bad-data', 'Say what is promised: one action that somebody can see was done.')
  if (lastOfPromises(entries, rung) === 'promised')
    return refuse(
      'answered-already',
      'A promise was made already since this person was told. It is kept by recording what happened; if it is not, the next one above is told. Ask for more time, or pass it up.',
    )
  const until = readUntil(answering, numbers.promiseAtMost, 'A promise')
  if (!isDay(until)) return until
  const ownerId = command.ownerId ?? command.actorId
  const owner = isId(ownerId)
    ? knownPeople(await loadPeople(tx, today.toString()), today, answering.row.id).find(({ id }) => id === ownerId)
    : undefined
  if (owner?.active !== true || !owner.mayOpen)
    return refuse(
      'bad-data',
      'Whoever keeps a promise is in post and may open the case. Name somebody else as its owner.',
    )
  await log('promised', { until, ownerId })
  if (ownerId !== command.actorId) {
    await tellOwner(tx, { caseId: row.id, escalationId: command.escalationId, rung, ownerId, today, now })
    await createAtOnceMessages(tx, row.id, rules, now)
  }
  return undefined
}
