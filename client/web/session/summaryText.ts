import type { RecordLine, RecordPart, RecordSheet } from '../../papers/recordSheet'

/** A summary as the record begins it, for the worker to go on with: what was recorded, what is late, and the questions still open. Plain text. */
export function summaryText(
  { since, happened, goals, late, dueNext, decisions }: RecordSheet,
  questions: readonly string[],
): string {
  const actions = decisions.rows.map(({ action, owner, by, now }) => `- ${action} (${owner}, by ${by}). ${now}`)
  return [
    since,
    part('What was recorded since', happened),
    part('Goals', goals),
    part('Late', late),
    part('Due next', dueNext),
    ['What was agreed last time', decisions.sentence, ...actions].join('\n'),
    ['For you to say', ...questions.map((question) => `${question}\n`)].join('\n'),
  ].join('\n\n')
}

const part = (heading: string, { sentence, lines }: RecordPart): string =>
  [heading, sentence, ...lines.map((line) => `- ${lineWords(line)}`)].join('\n')

/** A line of the record with the children it is about. */
export const lineWords = ({ sentence, names }: RecordLine): string =>
  names.length === 0 ? sentence : `${names.join(', ')}: ${sentence}`
