import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { event } from '../facts'
import { closed, left } from './grounds'

export type Terms = Partial<Extract<ChronologyEvent, { kind: 'safety-plan-agreed' }>['data']>

export const agreed = (
  on: string,
  how: 'verbal' | 'handwritten' | 'formal',
  terms: Terms = {},
  more = {},
): ChronologyEvent =>
  event('safety-plan-agreed', on, { how, reviewMode: 'six-weekly', ...terms }, { id: `${how} ${on}`, ...more })
export const reviewed = (on: string) => event('safety-plan-reviewed', on, {})

/** A goal of the safety plan that asks social care to see the child every 5 days; `data` says what is otherwise. */
export const asksToSee = (on: string, data: Partial<EventData['goal-set']> = {}, more = {}): ChronologyEvent =>
  event(
    'goal-set',
    on,
    {
      ...{ goal: 'seen', plan: 'safety', change: 'seen', sign: 'seen', by: '2026-06-01' },
      ...{ otherwise: 'x', otherwiseBy: '2026-06-08', agency: 'Social care', frequency: 'every 5 days' },
      ...data,
    },
    more,
  )

/** What can end a safety plan, each on 20 March 2026. */
export const GROUNDS = [
  event('safety-plan-ended', '2026-03-20', {}),
  event('plan-ended', '2026-03-20', { plan: 'safety', reason: 'other' }),
  closed('2026-03-20'),
  left('2026-03-20', 'died'),
  left('2026-03-20', 'moved'),
] as const
