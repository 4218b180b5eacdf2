import type { DecideBreach, PassOnBreach } from '../../commands/safety-plan/breachPlan'
import type { ReviewPlan } from '../../commands/safety-plan/reviewPlan'
import { CommandFailed, EXIT } from '../io'

const KEPT = ['yes', 'partly', 'no'] as const
const RECEIVERS = ['team-manager', 'detective-sergeant'] as const
const DECISIONS = ['support', 'caution', 'evidence', 'legal-advice', 'none'] as const

/** One of a list, or the command ends and names the list. */
function oneOf<T extends string>(option: string, text: string, list: readonly T[]): T {
  const found = list.find((one) => one === text)
  if (found !== undefined) return found
  throw new CommandFailed(EXIT.usage, `${option} ${text} is none of ${list.join(', ')}.`)
}

/** `safety-1:partly:came home once` as what was found of a line. */
export function keptLine(text: string): ReviewPlan['lines'][number] {
  const [line = '', kept = '', ...words] = text.split(':')
  const said = words.join(':').trim()
  return {
    ...{ line: line.trim(), kept: oneOf(`--line ${text}:`, kept.trim(), KEPT) },
    ...(said === '' ? {} : { words: said }),
  }
}

export const receiverNamed = (text: string): PassOnBreach['to'] => oneOf('--to', text, RECEIVERS)

export const decisionNamed = (text: string): DecideBreach['decision'] => oneOf('--decision', text, DECISIONS)
