import type { EventOf } from '../../chronology/chronologyEvent'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { EventKind } from '../../chronology/eventKinds'

interface Meeting {
  readonly kind: EventKind
  readonly on: Effective['on']
}

/**
 * The circulation of a meeting's decision or record: one that names the meeting, by the id of any version of any record of it, a sibling's
 * too, or by the `meeting` they share. Records of one kind and day are one meeting. Nothing is circulated before the meeting was held.
 */
export function circulated(
  { events, meetingOf }: ChildHistory,
  of: 'decision' | 'record',
  meeting: Meeting,
): Effective<EventOf<'record-circulated'>> | undefined {
  const circulations = ofKind(events, 'record-circulated')
  if (circulations.length === 0) return undefined
  const records = events.filter(({ kind, on }) => kind === meeting.kind && on.equals(meeting.on))
  const names = new Set(records.map(({ id }) => meetingOf(id)))
  return circulations.find(
    ({ on, data }) => data.of === of && !on.isBefore(meeting.on) && names.has(meetingOf(data.meeting)),
  )
}
