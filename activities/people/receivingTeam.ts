import type { CaseFacts } from '../../domain/chronology/caseFacts'
import { childHistories, ofKind } from '../../domain/chronology/childHistory'
import { repliesTo } from '../../domain/timeline/rules/repliesTo'
import type { TeamRow } from './loadPeople'

/**
 * The team to which a case is being handed: the last one proposed and not accepted yet, by its id, its name in the source, or its name. Null without an open
 * handover, and where it names no team (a worker of the same team).
 */
export function receivingTeam(facts: CaseFacts, teams: readonly TeamRow[]): string | null {
  const { all } = childHistories(facts)
  const accepted = repliesTo(all, { proposed: 'handover-proposed', replies: ['handover-accepted'] })
  const open = ofKind(all, 'handover-proposed').findLast(({ first }) => !accepted.has(first))
  if (open === undefined) return null
  const to = open.data.to.toLowerCase()
  const named = (of: (team: TeamRow) => string | null): TeamRow | undefined =>
    teams.find((team) => of(team)?.toLowerCase() === to)
  return (named(({ id }) => id) ?? named(({ source_id }) => source_id) ?? named(({ name }) => name))?.id ?? null
}
