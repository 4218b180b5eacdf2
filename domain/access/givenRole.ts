import { ROLES, SERVES_EVERYWHERE, type Role } from './role'

export type GivenRole =
  { readonly role: Role; readonly problem?: undefined } | { readonly role?: undefined; readonly problem: string }

/** The role that is given by hand, or why it cannot be: a role that is held for a team, given without one, would be held for every team. */
export function givenRole(typed: string, teamId: string | null): GivenRole {
  const role = ROLES.find((one) => one === typed)
  if (role === undefined) return { problem: `Choose a role: ${ROLES.join(', ')}.` }
  return teamId === null && !SERVES_EVERYWHERE.has(role)
    ? { problem: 'This role is held for a team, and those below it. Say for which.' }
    : { role }
}
