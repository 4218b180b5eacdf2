import type { CommandAnswer, CommandDeps } from '../command'
import { caseCommand, refuse, type CaseCommand } from '../onCase/caseCommand'
import { readDay } from '../readDay'
import { tellOfRisk } from './tellOfRisk'

export interface RaiseDispute extends CaseCommand {
  /** What is disputed. */
  readonly about: string
  /** Skips the stages: the service manager is told at once. */
  readonly immediateRisk?: boolean
  /** ISO date; today when missing, and always where a child is at immediate risk. */
  readonly on?: string
  readonly children?: readonly string[]
}

/** Raises a professional dispute about a case. */
export const raiseDispute = (deps: CommandDeps, command: RaiseDispute): Promise<CommandAnswer> =>
  caseCommand(deps, { ...command, action: 'dispute-raised', kinds: ['dispute-raised'] }, ({ tx, row, today }) => {
    const about = command.about.trim()
    const on = readDay(command.on ?? today.toString())
    if (about === '') return Promise.resolve(refuse('bad-data', 'Say what is disputed. Whoever settles it reads that.'))
    if (on === undefined || (command.immediateRisk === true && !on.equals(today)))
      return Promise.resolve(
        refuse(
          'bad-data',
          `--on ${command.on ?? ''} is not a day this can have. A dispute about immediate risk is raised today.`,
        ),
      )
    const { immediateRisk = false, children = [] } = command
    const data = { about, ...(immediateRisk ? { immediateRisk } : {}) }
    return Promise.resolve({
      facts: [{ kind: 'dispute-raised' as const, on, data, children }],
      afterwards: async ([disputeId = '']) => {
        if (immediateRisk) await tellOfRisk(tx, { caseId: row.id, disputeId, actorId: command.actorId, words: about })
      },
    })
  })
