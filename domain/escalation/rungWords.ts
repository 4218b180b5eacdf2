import type { Role } from '../access/role'
import type { Rung } from '../policy/policyPack'

/** How far an alert has gone: the role on its rung, or nobody yet. */
export type Reached = Role | 'nobody'

/** The role on the rung that has spoken; of a ladder that has become shorter since, the last. */
export const reached = (ladder: readonly Rung[], rung: number): Reached =>
  rung === 0 ? 'nobody' : ((ladder[rung - 1] ?? ladder.at(-1))?.role ?? 'nobody')

/** `told to the service manager`. People read this instead of a number. */
export const reachedWords = (who: Reached): string =>
  who === 'nobody' ? 'nobody told yet' : `told to the ${who.replaceAll('-', ' ')}`

/** From the one who stands highest down, then the others by name, and last what nobody knows of. */
const ORDER: readonly Reached[] = ['director', 'head-of-service', 'service-manager', 'team-manager']

export const byHighest = (a: Reached, b: Reached): number => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0)

const place = (who: Reached): number => (who === 'nobody' ? 99 : ORDER.includes(who) ? ORDER.indexOf(who) : 50)
