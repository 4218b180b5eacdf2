import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { event, facts, planOn } from '../facts'

interface GoalWords {
  readonly goal?: string
  readonly plan?: string
  readonly by?: string
}
interface More {
  readonly id?: string
  readonly supersedes?: string
  readonly void?: boolean
  readonly children?: readonly string[]
}
const PLAN = 'plan-started 2026-03-02'
export const set = (on: string, { goal = 'school', plan = PLAN, by = '2026-06-15' }: GoalWords = {}, more: More = {}) =>
  event(
    'goal-set',
    on,
    {
      ...{ goal, plan, by, change: 'in school every day', sign: 'the register' },
      ...{ otherwise: 'a meeting with the head', otherwiseBy: '2026-06-30' },
    },
    { id: `set ${on}`, ...more },
  )
export const reviewed = (
  on: string,
  outcome: 'met' | 'part' | 'not' = 'part',
  more: More & { readonly goal?: string } = {},
) => {
  const { goal = 'school', ...rest } = more
  return event('goal-reviewed', on, { goal, outcome }, rest)
}
export const given = (...events: ChronologyEvent[]) => facts([...planOn('2026-03-02'), ...events])
