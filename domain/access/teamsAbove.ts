/** A team and every team above it, the nearest first; none for a case without a team. `parents`: the team above each. */
export function teamsAbove(teamId: string | null, parents: ReadonlyMap<string, string | null>): readonly string[] {
  const found: string[] = []
  for (let team = teamId; team !== null && !found.includes(team); team = parents.get(team) ?? null) found.push(team)
  return found
}
