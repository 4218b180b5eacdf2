import { z } from 'zod'
import { ALERT_ANSWERS } from '../../../domain/escalation/answerProblem'
import type { AnswerEscalation } from '../../commands/answerEscalation'
import { dayBoxes, formDay } from '../app/formDay'
import { formCommand } from '../app/formCommand'
import type { TypedAnswer } from './alertView'

const MOST_LETTERS = 4_000

const sent = z.object({
  answer: z.enum(ALERT_ANSWERS),
  reason: z.string().default(''),
  owner: z.string().max(60).default(''),
  risk: z.literal('yes').optional(),
  /** How many lines of its log were shown with the form. */
  lines: z.coerce.number().int().min(0).catch(0),
})

interface Read {
  readonly typed: Omit<TypedAnswer, 'problem'>
  readonly lines: number
  /** The problem is one of the day, not of the words. */
  readonly dayWrong?: true
  /** What the command is told, or what is wrong with the form. */
  readonly says: Pick<AnswerEscalation, 'answer' | 'reason' | 'until' | 'ownerId' | 'immediateRisk'> | string
}

/** An answer as a form has it; undefined where it is no form of ours. */
export function readAnswer(form: Readonly<Record<string, unknown>>): Read | undefined {
  const read = sent.safeParse(form)
  if (!read.success) return undefined
  const { answer, owner, risk, lines } = read.data
  const reason = read.data.reason.trim()
  const typed = {
    ...{ answer, reason, owner, risk: risk === 'yes', command: formCommand(form) },
    until: dayBoxes(form, `${answer}-until`),
  }
  const withWords = (says: Read['says']): Read => ({ typed, lines, says })
  if (reason.length > MOST_LETTERS) return withWords('Write it shorter: 4,000 letters at most')
  if (answer === 'acknowledge') return withWords({ answer, reason: 'seen' })
  if (answer === 'challenge') return withWords({ answer, reason, immediateRisk: risk === 'yes' })
  if (answer !== 'promise' && answer !== 'more-time') return withWords({ answer, reason })
  const until = formDay(form, `${answer}-until`, answer === 'promise' ? 'The day it is done by' : 'The last day')
  if (until.day === undefined) return { ...withWords(until.problem), dayWrong: true }
  return withWords({
    ...{ answer, reason, until: until.day.toString() },
    ...(answer === 'promise' && owner !== '' ? { ownerId: owner } : {}),
  })
}
