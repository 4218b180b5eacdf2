import { followUpAnswerProblem } from '../../../domain/followup/followUpAnswerProblem'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { caseCommand, refuse, type CaseAnswer } from '../onCase/caseCommand'
import type { CommandDeps } from '../command'
import { isId } from '../isId'

export interface AnswerFollowUp {
  readonly followUpId: string
  /** The answers; what is missing was not answered. */
  readonly answers: unknown
  /** Why it cannot be answered, where it cannot: the child moved away, nobody could be reached. */
  readonly notPossible?: string
  readonly actorId: string
  readonly commandId: string
  /** The version of its case the person was looking at; not checked when missing. */
  readonly seenVersion?: number
}

const UNKNOWN = 'There is no such follow-up. `caseclock follow-up list` shows those that are asked.'

/** Records the answers of a follow-up, or why it cannot be answered: a reason is recorded, never silence. */
export async function answerFollowUp(deps: CommandDeps, command: AnswerFollowUp): Promise<CaseAnswer> {
  const { followUpId, answers, notPossible, ...acts } = command
  if (!isId(followUpId)) return refuse('unknown-follow-up', UNKNOWN)
  const [about] = await deps.db.$queryRaw<About[]>`
    select f.ref, o.rule, o.part, o.subject, o.trigger from follow_up u join case_file f on f.id = u.case_id join obligation o on o.id = u.obligation_id
    where u.id = ${followUpId}::uuid`
  if (about === undefined) return refuse('unknown-follow-up', UNKNOWN)
  return caseCommand(
    deps,
    { ...acts, ref: about.ref, action: 'follow-up-answered', kinds: ['follow-up-answered'], byPlan: true },
    async ({ tx, today }) => {
      const [standing] = await tx.$queryRaw<{ state: string }[]>`
      select o.state from follow_up u join obligation o on o.id = u.obligation_id where u.id = ${followUpId}::uuid`
      if (standing?.state !== 'open')
        return refuse(
          'answered-already',
          'This follow-up is answered, or fell away. To put an answer right, correct it: `caseclock record … --corrects`.',
        )
      const problem = followUpAnswerProblem(answers, notPossible)
      if (problem !== undefined) return refuse('bad-data', problem)
      const data = {
        ...{ anchor: anchorOf(about), of: about.trigger, months: monthsOf(about) },
        ...(notPossible === undefined ? {} : { notPossible }),
        ...(answers === undefined ? {} : { answers: answers as EventData['follow-up-answered']['answers'] }),
      }
      return { facts: [{ kind: 'follow-up-answered', on: today, data, children: [about.subject] }], id: followUpId }
    },
  )
}

interface About {
  readonly ref: string
  readonly rule: string
  readonly part: string
  readonly subject: string
  readonly trigger: string
}

const anchorOf = ({ rule, part }: About): EventData['follow-up-answered']['anchor'] =>
  rule === 'closure-follow-up' ? 'closure' : part === 'plan-end' ? 'plan-end' : 'plan-start'

const monthsOf = ({ rule, part }: About): number =>
  Number(/^(\d+)m$/.exec(rule === 'closure-follow-up' ? part : (rule.split('-').at(-1) ?? ''))?.[1])
