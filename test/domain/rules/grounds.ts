import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { event } from '../facts'

// What ends an obligation of any rule without meeting it.
export const closed = (on: string) => event('case-closed', on, { reason: 'RC7' })
export const reopened = (on: string) => event('case-reopened', on, {})
export const left = (on: string, reason: EventData['child-left']['reason']) => event('child-left', on, { reason })

/** The version of an event that says it never happened. */
export const takenBack = (of: ChronologyEvent): ChronologyEvent => ({
  ...of,
  id: `${of.id} taken back`,
  supersedes: of.id,
  void: true,
})

/** A row of a table for each event that, after those it starts from, ends the one obligation there is: the row says why. */
export const takenAwayBy = (
  start: readonly ChronologyEvent[],
  gives: string,
  by: Readonly<Record<string, ChronologyEvent>>,
) => Object.entries(by).map(([because, ground]) => ({ events: [...start, ground], gives: [gives], because }))
