import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../../domain/timeline/govukDate'
import { isId } from '../commands/isId'
import { answerEscalation, type AnswerEscalation, type EscalationAnswer } from '../commands/answerEscalation'
import { withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { parseDay } from './parseDay'
import { personNamed } from './personNamed'

export interface AnswerOptions {
  readonly acknowledge?: boolean
  readonly promise?: string
  readonly moreTime?: string
  readonly passUp?: string
  readonly withdraw?: string
  readonly challenge?: string
  readonly by?: string
  readonly owner?: string
  readonly immediateRisk?: boolean
  readonly as?: string
  readonly commandId?: string
  readonly dataFolder?: string
}

/** `caseclock answer`: somebody has seen an alert, promises, asks for time, passes it up, withdraws or challenges it. */
export const runAnswer = (escalationId: string, options: AnswerOptions, io: Io): Promise<ExitCode> =>
  withProcesses(options.dataFolder ?? '.caseclock', io.err, async (deps) => {
    const said = answerIn(options)
    if (!isId(escalationId))
      throw new CommandFailed(
        EXIT.usage,
        `${escalationId} is no alert's id. \`caseclock case REF\` lists the alerts of a case with their ids.`,
      )
    const until = options.by === undefined ? undefined : parseDay('--by', options.by).toString()
    const actor = await personNamed(deps.db, '--as', options.as ?? '')
    const owner = options.owner === undefined ? undefined : await personNamed(deps.db, '--owner', options.owner)
    const answer = await answerEscalation(deps, {
      escalationId,
      ...said,
      ...(until === undefined ? {} : { until }),
      ...(owner === undefined ? {} : { ownerId: owner.id }),
      ...(options.immediateRisk === true ? { immediateRisk: true } : {}),
      actorId: actor.id,
      commandId: options.commandId ?? randomUUID(),
    })
    if ('refused' in answer)
      throw new CommandFailed(answer.refused === 'not-allowed' ? EXIT.refused : EXIT.usage, answer.todo)
    io.out(`${DONE[said.answer]}${said.answer === 'withdraw' ? '' : ` ${nextWords(answer.nextOn)}`}\n`)
    return EXIT.done
  })

/** The one answer that was given. `--by` and `--owner` belong to some of them only: left over, they would be lost. */
function answerIn(options: AnswerOptions): Pick<AnswerEscalation, 'answer' | 'reason'> {
  const { acknowledge, promise, moreTime, passUp, withdraw, challenge, by, owner, immediateRisk } = options
  const given: readonly (readonly [EscalationAnswer, string | undefined])[] = [
    ['acknowledge', acknowledge === true ? 'seen' : undefined],
    ['promise', promise],
    ['more-time', moreTime],
    ['pass-up', passUp],
    ['withdraw', withdraw],
    ['challenge', challenge],
  ]
  const [only, second] = given.flatMap(([answer, reason]) => (reason === undefined ? [] : [{ answer, reason }]))
  if (only === undefined || second !== undefined)
    throw new CommandFailed(
      EXIT.usage,
      'Say one of --acknowledge, --promise "what" --by DATE, --more-time "why" --by DATE, --pass-up "why", --withdraw "why", --challenge "why".',
    )
  if (by !== undefined && only.answer !== 'promise' && only.answer !== 'more-time')
    throw new CommandFailed(EXIT.usage, '--by is the last day of a promise or of more time. Leave it out here.')
  if (owner !== undefined && only.answer !== 'promise')
    throw new CommandFailed(EXIT.usage, '--owner keeps a promise. Leave it out here.')
  if (immediateRisk === true && only.answer !== 'challenge')
    throw new CommandFailed(EXIT.usage, '--immediate-risk goes with --challenge. Pass the alert up, or challenge it.')
  return only
}

const DONE: Readonly<Record<EscalationAnswer, string>> = {
  acknowledge: 'Noted as seen.',
  promise: 'The promise stands on the case.',
  'more-time': 'Asked for. The reason stands on the case.',
  'pass-up': 'Passed up.',
  withdraw: 'Withdrawn. The reason stands on the case, and whoever stands above is told.',
  challenge: 'A professional dispute has begun on the case.',
}

const nextWords = (nextOn: LocalDate | null): string =>
  nextOn === null
    ? 'Whoever was told last is the last: nobody further is told.'
    : `Unless it has happened by then, the next person is told on ${govukDate(nextOn)}.`
