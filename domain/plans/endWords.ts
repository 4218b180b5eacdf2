import type { End } from '../chronology/childHistory'
import type { Effective } from '../chronology/effectiveEvents'
import type { EventData, EventKind } from '../chronology/eventKinds'

/** Why a plan ended, as a person says it. `event`: what ended it, where that is an event. */
export function endWords({ by }: End, event: Effective | undefined): string {
  if (by === 'birthday') return 'eighteenth birthday'
  if (event?.kind === 'plan-ended') return REASONS[event.data.reason]
  if (event?.kind === 'child-left') return LEFT[event.data.reason]
  return (event === undefined ? undefined : WORDS[event.kind]) ?? 'ended'
}

const WORDS: Partial<Record<EventKind, string>> = {
  'review-held': 'ended by a review conference',
  'case-closed': 'the case was closed',
  'plan-started': 'a child protection plan took its place',
  'icpc-held': 'a child protection plan took its place',
  'transfer-in-conference-held': 'a child protection plan took its place',
  'safety-plan-agreed': 'valid until that day',
}
const REASONS: Readonly<Record<EventData['plan-ended']['reason'], string>> = {
  review: 'ended by a review',
  moved: 'moved to another authority',
  adult: 'became an adult',
  died: 'died',
  'left-country': 'left the country',
  'looked-after': 'became looked after',
  'in-error': 'recorded in error',
  other: 'another reason',
  'not-known': 'reason not known',
}
const LEFT: Readonly<Record<EventData['child-left']['reason'], string>> = {
  died: 'died',
  adult: 'became an adult',
  moved: 'moved away',
  adopted: 'was adopted',
}
