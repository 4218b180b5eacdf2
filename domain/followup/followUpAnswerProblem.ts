import { payloadIssue } from '../chronology/eventKinds'

/** Why a follow-up cannot be recorded with these answers, or undefined when it can. An answer that is missing is allowed: unanswered stays unanswered. */
export function followUpAnswerProblem(answers: unknown, notPossible: string | undefined): string | undefined {
  if (notPossible?.trim() === '') return 'Say in a word or two why it cannot be answered.'
  const isEmpty =
    answers === undefined || (typeof answers === 'object' && answers !== null && Object.keys(answers).length === 0)
  if (isEmpty && notPossible === undefined)
    return 'Nothing is answered. Give at least one answer, or say why none is possible.'
  const issue = payloadIssue('follow-up-answered', {
    ...{ anchor: 'plan-start', of: 'x', months: 3 },
    ...(answers === undefined ? {} : { answers }),
  })
  return issue === undefined ? undefined : `${issue.path.join('.')}: ${issue.problem}`
}
