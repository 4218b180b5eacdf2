import { isoDay } from '../../../domain/calendar/isoDay'
import { eighteenthBirthday } from '../../../domain/chronology/eighteenth'
import type { ImportedChild } from '../imported'
import { censusDay } from './censusDay'
import { distinct, within, type CensusElement } from './censusElement'
import type { ChildReading } from './childReading'
import { conferenceWarnings } from './conferenceWarnings'
import { draft, type Draft } from './draft'
import type { WhyEnded } from './mapping/plan'
import { readDetails } from './readDetails'
import { readIdentity } from './readIdentity'
import { readPlans } from './readPlans'
import type { RecordReader } from './recordReader'

export interface ReadChild {
  readonly child: ImportedChild
  readonly events: readonly Draft[]
  /** A referral is open, or a plan is running: a plan whose referral cannot be read must still be timed. */
  readonly open: boolean
}

/** A child with everything a census says happened to it. What cannot be taken is left out, with a finding. */
export function readChild(
  element: CensusElement,
  sourceId: string,
  identifiers: RecordReader,
  reading: ChildReading,
): ReadChild {
  const child = readIdentity(sourceId, identifiers, reading)
  const details = distinct(within(element, 'CINdetails'))
  const whyEnded = whyEndedOf(child, details)
  const starts = new Set(
    daysOf(
      details.flatMap((detail) => within(detail, 'ChildProtectionPlans')),
      'CPPstartDate',
    ),
  )
  const read = details.map((detail) => readDetails(detail, { whyEnded, makesPlan: (day) => starts.has(day), reading }))
  const plans = readPlans(details, whyEnded, reading)
  const died = { read: identifiers, content: '' }
  const events = [
    ...(child.diedOn === null
      ? []
      : [draft(died, { kind: 'child-left', on: child.diedOn, data: { reason: 'died' }, field: 'PersonDeathDate' })]),
    ...read.flatMap((one) => one.events),
    ...plans.events,
  ]
  conferenceWarnings(events, reading)
  const adultOn = adultOf(child)
  if (adultOn !== null && adultOn <= reading.asAt && plans.running.length > 0)
    reading.warn(
      'past-eighteen',
      identifiers.place('PersonBirthDate'),
      `Eighteen since ${adultOn}, when a child protection plan ends at the latest, but a plan is open. Check the date of birth and the plan.`,
    )
  return { child, events, open: read.some((one) => one.open) || plans.running.length > 0 }
}

function whyEndedOf(child: ImportedChild, details: readonly CensusElement[]): WhyEnded {
  const moved = new Set(
    daysOf(
      details.filter((detail) => within(detail, 'ReasonForClosure').some(({ text }) => text === 'RC5')),
      'CINclosureDate',
    ),
  )
  const adultOn = adultOf(child)
  return (day) => {
    if (child.diedOn === day) return 'died'
    if (adultOn === day) return 'adult'
    return moved.has(day) ? 'moved' : null
  }
}

const daysOf = (elements: readonly CensusElement[], name: string): readonly string[] =>
  elements.flatMap((element) => within(element, name)).flatMap(({ text }) => censusDay(text) ?? [])

const adultOf = ({ bornOn }: ImportedChild): string | null =>
  bornOn === null ? null : eighteenthBirthday(isoDay(bornOn)).toString()
