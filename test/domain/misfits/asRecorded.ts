import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import type { EventData, EventKind } from '../../../domain/chronology/eventKinds'
import { misfitOf } from '../../../domain/chronology/misfits/misfitOf'
import { event, facts } from '../facts'

interface More {
  readonly children?: readonly string[]
  readonly supersedes?: string
  readonly void?: boolean
}

/** What is said to somebody who records this after those; undefined where it is taken. */
export const refused = <K extends EventKind>(
  before: readonly ChronologyEvent[] | CaseFacts,
  [kind, on, data, more]: readonly [kind: K, on: string, data: EventData[K], more?: More],
): string | undefined => misfitOf('events' in before ? before : facts(before), event(kind, on, data, more))

/** A goal of a plan, by 1 June 2026, with a meeting a week later if it is not reached. */
export const goal = (more: Partial<EventData['goal-set']> = {}): EventData['goal-set'] => ({
  ...{ goal: 'school', plan: 'cpp', change: 'at school every day', sign: 'the register', by: '2026-06-01' },
  ...{ otherwise: 'a family meeting', otherwiseBy: '2026-06-08' },
  ...more,
})
