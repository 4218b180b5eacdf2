import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../../domain/timeline/govukDate'
import { isId } from '../commands/isId'
import { answerEscalation } from '../commands/answerEscalation'
import { withProcesses } from './connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { personNamed } from './personNamed'

export interface AnswerOptions {
  readonly acknowledge?: boolean
  readonly withdraw?: string
  readonly as?: string
  readonly dataFolder?: string
}

/** `caseclock answer`: a manager has seen an alert, or withdraws it with a reason. */
export const runAnswer = (
  escalationId: string,
  { acknowledge, withdraw, as = '', dataFolder = '.caseclock' }: AnswerOptions,
  io: Io,
): Promise<ExitCode> =>
  withProcesses(dataFolder, io.err, async (deps) => {
    if (acknowledge !== true && withdraw === undefined)
      throw new CommandFailed(EXIT.usage, 'Say --acknowledge, or --withdraw "why".')
    if (!isId(escalationId))
      throw new CommandFailed(
        EXIT.usage,
        `${escalationId} is no alert's id. \`caseclock case REF\` lists the alerts of a case with their ids.`,
      )
    const actor = await personNamed(deps.db, '--as', as)
    const answer = await answerEscalation(deps, {
      escalationId,
      answer: withdraw === undefined ? 'acknowledge' : 'withdraw',
      reason: withdraw ?? 'seen',
      actorId: actor.id,
      commandId: randomUUID(),
    })
    if ('refused' in answer)
      throw new CommandFailed(answer.refused === 'not-allowed' ? EXIT.refused : EXIT.usage, answer.todo)
    io.out(`${withdraw === undefined ? seenWords(answer.nextOn) : 'Withdrawn. The reason stands on the case.'}\n`)
    return EXIT.done
  })

const seenWords = (nextOn: LocalDate | null): string =>
  nextOn === null
    ? 'Noted as seen. That was the last rung: nobody further is told.'
    : `Noted as seen. Unless it has happened by then, the next rung is told on ${govukDate(nextOn)}.`
