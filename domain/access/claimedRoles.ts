import { ROLES, SERVES_EVERYWHERE, type Role } from './role'

export interface ClaimedRole {
  readonly role: Role
  /** The team it is held for, by id; null: the whole authority. */
  readonly teamId: string | null
}

export interface ClaimedRoles {
  readonly roles: readonly ClaimedRole[]
  /** Values of the claim that give nothing, as they came. */
  readonly ignored: readonly string[]
}

/** More values than anybody has roles: what comes after is not looked at. */
const MOST = 100

/**
 * The roles that a claim gives: `ROLE@TEAM`, a team by its id in the source; or `ROLE` alone, for roles that serve the whole authority. A role that is held for a team gives
 * nothing without one: it would be held for every team. `teams`: id by source id.
 */
export function claimedRoles(values: readonly string[], teams: ReadonlyMap<string, string>): ClaimedRoles {
  const roles = new Map<string, ClaimedRole>()
  const ignored: string[] = []
  for (const value of values.slice(0, MOST)) {
    const [name = '', team] = value.split(/@(.*)/s)
    const role = ROLES.find((one) => one === name.toLowerCase())
    const teamId = team === undefined ? null : teams.get(team)
    if (role === undefined || teamId === undefined || (teamId === null && !SERVES_EVERYWHERE.has(role)))
      ignored.push(value)
    else roles.set(`${role} ${teamId ?? ''}`, { role, teamId })
  }
  return { roles: [...roles.values()], ignored: [...ignored, ...values.slice(MOST)] }
}
