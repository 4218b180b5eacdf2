import type { EventOf } from '../../chronology/chronologyEvent'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Agreement } from '../../chronology/safetyPlans'

type Signed = Effective<EventOf<'safety-plan-signed'>>

const TEAM_MANAGER = 'team-manager'
const PARENT = 'parent'
/** Who signs for a service. Whoever else a document names signs for the family. */
const SERVICES: ReadonlySet<string> = new Set([
  TEAM_MANAGER,
  'social-worker',
  'police',
  'police-officer',
  'detective-sergeant',
])

/** A role as people write it, in one spelling: `Team manager` is `team-manager`. */
const spelt = (role: string): string => role.trim().toLowerCase().replaceAll(' ', '-')

export const isManager = ({ data }: Signed): boolean => spelt(data.role) === TEAM_MANAGER

/**
 * The roles of the family whose signatures a document needs, one entry for each: of `signatories` those that are no service's. Two parents are
 * `parent` twice, or `mother` and `father`. A document that names nobody needs one parent; one that names services only needs none.
 */
export const familyOf = ({ data }: Agreement): readonly string[] =>
  (data.signatories ?? [PARENT]).map(spelt).filter((role) => !SERVICES.has(role))

/** Which signature was the last one needed, and how many are missing. A person signs once; `parent` stands for any of the family, and any of them for `parent`. */
export function familySignatures(
  needed: readonly string[],
  signed: readonly Signed[],
): { readonly last: Signed | undefined; readonly missing: number } {
  const open = [...needed]
  const people = new Set<string>()
  for (const signature of signed) {
    const { person } = signature.data
    const role = spelt(signature.data.role)
    if (SERVICES.has(role) || (person !== undefined && people.has(person))) continue
    if (person !== undefined) people.add(person)
    const at = open.includes(role) ? open.indexOf(role) : role === PARENT ? 0 : open.indexOf(PARENT)
    if (at >= 0) open.splice(at, 1)
    if (open.length === 0) return { last: signature, missing: 0 }
  }
  return { last: undefined, missing: open.length }
}
