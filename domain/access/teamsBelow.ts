import { teamsAbove } from './teamsAbove'

/** These teams and every team below them. `parents`: the team above each. */
export const teamsBelow = (
  teams: ReadonlySet<string>,
  parents: ReadonlyMap<string, string | null>,
): ReadonlySet<string> =>
  new Set([...parents.keys(), ...teams].filter((team) => teamsAbove(team, parents).some((one) => teams.has(one))))
