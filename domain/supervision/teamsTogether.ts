import { byText } from './byText'
import type { Team } from './yearInput'

/**
 * Teams that share a case, one after the other, are planned together: the case is discussed once in the month it changes hands. All others are planned
 * alone. Teams by id, groups by their first team.
 */
export function teamsTogether(teams: readonly Team[]): readonly (readonly Team[])[] {
  const sorted = [...teams].sort((a, b) => byText(a.id, b.id))
  const groupOf = new Map<Team, Team[]>(sorted.map((team) => [team, [team]]))
  const holder = new Map<string, Team>()
  for (const team of sorted)
    for (const { ref } of team.cases) {
      const other = holder.get(ref)
      if (other === undefined) holder.set(ref, team)
      else join(groupOf, other, team)
    }
  return [...new Set(groupOf.values())].map((group) => group.sort((a, b) => byText(a.id, b.id)))
}

function join(groupOf: Map<Team, Team[]>, one: Team, other: Team): void {
  const [kept = [], gone = []] = [groupOf.get(one), groupOf.get(other)]
  if (kept === gone) return
  kept.push(...gone)
  for (const team of gone) groupOf.set(team, kept)
}
