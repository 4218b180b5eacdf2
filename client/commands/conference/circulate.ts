import type { LocalDate } from '@js-joda/core'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { refuse, type CaseAnswer, type Worked } from '../onCase/caseCommand'
import type { CommandDeps, Refusal } from '../command'
import { readDay } from '../readDay'
import { conferenceCommand, type ConferenceCommand } from './conferenceCommand'

export interface Circulate extends ConferenceCommand {
  readonly of: string
  /** ISO date; today when missing. */
  readonly on?: string
}

/** Records that the decision, or the record, of a conference was circulated. */
export const circulate = (deps: CommandDeps, command: Circulate): Promise<CaseAnswer> =>
  conferenceCommand(deps, { ...command, action: 'conference-circulated' }, (_tx, { conference, facts, today }) =>
    Promise.resolve(
      circulated(command, { today, meetings: facts.events.filter(({ id }) => conference.heldBy.includes(id)) }),
    ),
  )

interface Held {
  readonly today: LocalDate
  /** The records of it: brothers and sisters may each have one, of days of their own. */
  readonly meetings: readonly Pick<ChronologyEvent, 'id' | 'on'>[]
}

function circulated({ of, on: day }: Circulate, { today, meetings }: Held): Worked | Refusal {
  const on = readDay(day ?? today.toString())
  if (of !== 'decision' && of !== 'record')
    return refuse('bad-data', `${of} is not circulated. One of decision, record.`)
  if (meetings.length === 0)
    return refuse('bad-data', 'It is not recorded as held yet: nothing of it can be circulated.')
  const about = meetings.filter((meeting) => on?.isBefore(meeting.on) === false)
  if (on === undefined || on.isAfter(today) || about.length === 0)
    return refuse('bad-data', `${day ?? ''} is not a day on which it can have been circulated.`)
  return {
    facts: about.map(({ id }) => ({ kind: 'record-circulated', on, data: { of, meeting: id } })),
    detail: { of },
  }
}
