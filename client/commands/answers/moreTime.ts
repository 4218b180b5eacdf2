import { londonDay } from '../../../domain/calendar/london'
import { workingDaysAfter } from '../../../domain/calendar/workingDays'
import { isAtTop, refuse, type AnswerGiven, type Answering } from './answering'
import { isDay, readUntil } from './until'

/**
 * Asks for time, with a reason. Once: asked again for the same matter it goes straight to the next rung (decision 20), for in the evidence "needed to be
 * given longer" was the answer that children drifted behind.
 */
export const moreTime: AnswerGiven = async (answering) => {
  const { command, numbers, log } = answering
  if (command.reason.trim() === '') return refuse('bad-data', 'Say why more time is needed. The one above reads it.')
  if (isAtTop(answering))
    return refuse('at-the-top', 'Nobody further would be told: there is nothing to put off. Promise what will be done.')
  const until = readUntil(answering, numbers.moreTimeAtMost, 'More time')
  if (!isDay(until)) return until
  if (await wasAskedBefore(answering))
    await log('passed-up', { reason: `more time was asked for a second time: ${command.reason}` })
  else await log('more-time', { until })
  return undefined
}

interface Asked {
  readonly same: boolean
  /** ISO moments: when the matter left the alert in which it was asked, and when this one was opened. */
  readonly left_at: Date | null
  readonly opened_at: Date
}

/** In this alert, or in one of the same matter (rule and child) that ended, or went on in this one, so short a while before that the matter counts as back. */
async function wasAskedBefore({ tx, command, rules, numbers }: Answering): Promise<boolean> {
  const asked = await tx.$queryRaw<Asked[]>`
    select x.escalation_id = e.id as same, m.left_at, e.opened_at
    from escalation e join obligation l on l.id = e.obligation_id
      join obligation o on o.case_id = e.case_id and o.rule = l.rule and o.subject = l.subject
      join escalation_member m on m.obligation_id = o.id join escalation_entry x on x.escalation_id = m.escalation_id
    where e.id = ${command.escalationId}::uuid and x.entry = 'more-time'`
  return asked.some(
    ({ same, left_at, opened_at }) =>
      same ||
      (left_at !== null &&
        !workingDaysAfter(numbers.comesBackWithin, londonDay(left_at.getTime()), rules.calendar).isBefore(
          londonDay(opened_at.getTime()),
        )),
  )
}
