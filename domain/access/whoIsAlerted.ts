import type { Role } from './role'
import { whoStandsFor, type AroundCase, type Found } from './whoStandsFor'

type Around = AroundCase & Required<Pick<AroundCase, 'unreachable'>>

/**
 * Who is alerted for a role on this case today: the first who stands for it and whose mail arrives, and the reason says who was passed over. Where that is
 * nobody, the first of all: their mail is tried again, and what becomes of it is on a person's list, where an alert to nobody would be on none.
 */
export function whoIsAlerted(role: Role, around: Around): Found | null {
  const reached = whoStandsFor(role, around)
  if (reached !== null) return reached
  const anyway = whoStandsFor(role, { ...around, unreachable: new Set() })
  return anyway === null
    ? null
    : { ...anyway, why: `${anyway.why}; mail to this person does not arrive, and nobody else is left` }
}
