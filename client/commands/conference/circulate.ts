import { refusal, type CaseAnswered } from '../caseCommand'
import type { CommandDeps } from '../command'
import { readDay } from '../readDay'
import { conferenceCommand, type ConferenceCommand } from './conferenceCommand'

export interface Circulate extends ConferenceCommand {
  readonly of: string
  /** ISO date; today when missing. */
  readonly on?: string
}

/** Records that the decision, or the record, of a conference was circulated. */
export const circulate = (deps: CommandDeps, command: Circulate): Promise<CaseAnswered> =>
  conferenceCommand(deps, { ...command, action: 'conference-circulated' }, (_tx, { conference, today }) => {
    const { of } = command
    const [meeting] = conference.heldBy
    const on = readDay(command.on ?? today.toString())
    if (of !== 'decision' && of !== 'record')
      return Promise.resolve(refusal('bad-data', `${of} is not circulated. One of decision, record.`))
    if (conference.heldOn === null || meeting === undefined)
      return Promise.resolve(refusal('bad-data', 'It is not recorded as held yet: nothing of it can be circulated.'))
    if (on === undefined || on.isBefore(conference.heldOn))
      return Promise.resolve(
        refusal('bad-data', `${command.on ?? ''} is not a day on which it can have been circulated.`),
      )
    return Promise.resolve({ facts: [{ kind: 'record-circulated', on, data: { of, meeting } }], detail: { of } })
  })
