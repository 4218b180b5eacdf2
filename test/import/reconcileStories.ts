import type { FactsBefore, FactsNow } from '../../activities/import/reconcile/facts'
import { reconcileFacts } from '../../activities/import/reconcile/reconcileFacts'
import { byPerson, extract, known, NOTHING, row, rowId, taken } from './reconcileCase'

export const VISIT = {
  record: 'ssd_cp_visits/1',
  kind: 'visit-made',
  on: '2026-03-02',
  data: { seen: true, seenAlone: true },
}
export const ICPC = {
  record: 'ssd_initial_cp_conference/7',
  kind: 'icpc-held',
  on: '2026-03-18',
  data: { outcome: 'plan', quorate: true },
}
export const PLAN = {
  record: 'ssd_cp_plans/4',
  kind: 'plan-started',
  on: '2026-03-18',
  data: { plan: 'cpp', category: 'neglect' },
}
export const PERSONS_ICPC = { id: 'e1', kind: 'icpc-held', on: '2026-03-18', data: { outcome: 'plan', quorate: true } }
export const visit = row(VISIT)
export const icpc = row(ICPC)
export const HAS_VISIT = known(NOTHING, extract([visit]))
export const OLD_VISIT = rowId(VISIT.record, VISIT.kind)

/** What would be written, short: each event, each tie, each kind of finding. */
export const outcome = (before: FactsBefore, now: FactsNow): readonly string[] => {
  const { append, ties, findings } = reconcileFacts(before, now)
  return [
    ...append.map(({ kind, on, supersedes, void: voids }) =>
      [voids ? 'back' : supersedes === null ? 'new' : 'changed', kind, on].join(' '),
    ),
    ...ties.map(({ record, kind }) => `tie ${record} ${kind}`),
    ...findings.map(({ kind, record }) => `? ${kind} ${record ?? ''}`),
  ]
}

export const withPerson = (...events: readonly Parameters<typeof byPerson>[0][]): FactsBefore => ({
  ...NOTHING,
  recorded: events.map(byPerson),
})
export const corrected = (before: FactsBefore, event: Partial<Parameters<typeof byPerson>[0]>): FactsBefore => {
  const last = before.recorded.at(-1)
  if (last === undefined) throw new Error('nothing to correct')
  const { kind, on, data } = last
  return {
    ...before,
    recorded: [...before.recorded, byPerson({ id: 'correction', kind, on, data, supersedes: last.id, ...event })],
  }
}

export interface Story {
  readonly name: string
  readonly before: FactsBefore
  readonly now: FactsNow
  readonly expected: readonly string[]
}

/** Each story told once, and once more: the second time nothing is left to do. */
export function tellStories(about: string, stories: readonly Story[]): void {
  describe(about, () => {
    it.each(stories)('$name', ({ before, now, expected }) => {
      expect([...outcome(before, now)].sort()).toEqual([...expected].sort())
    })

    it.each(stories)('twice is the same as once: $name', ({ before, now }) => {
      const once = taken(before, reconcileFacts(before, now))
      const { append, ties } = reconcileFacts(once, now)
      expect({ append, ties }).toEqual({ append: [], ties: [] })
    })
  })
}
