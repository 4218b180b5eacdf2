import { isAtTop, refuse, type AnswerGiven } from './answering'

/** Sends the alert to the next rung now: whoever was told cannot settle it. */
export const passUp: AnswerGiven = async (answering) => {
  const { command, log } = answering
  if (command.reason.trim() === '') return refuse('bad-data', 'Say why it is passed up. The one above reads it.')
  if (isAtTop(answering))
    return refuse('at-the-top', 'Nobody stands above whoever was told last. Promise what will be done, or record it.')
  await log('passed-up')
  return undefined
}
