import type { EventOf } from '../../chronology/chronologyEvent'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Agreement } from '../../chronology/safetyPlans'
import { PARENT, signatory } from '../../chronology/writtenWords'

type Signed = Effective<EventOf<'safety-plan-signed'>>

export const isManager = ({ data }: Signed): boolean => signatory(data.role).of === 'team-manager'

/**
 * The roles of the family whose signatures a document needs, one entry for each: of `signatories` those of the family. Two parents are
 * `parent` twice, or `mother` and `father`. A document that names nobody needs one parent, as does one that names no family but somebody nobody knows; one
 * that names services only needs none.
 */
export function familyOf({ data }: Agreement): readonly string[] {
  const named = (data.signatories ?? [PARENT]).map(signatory)
  const family = named.flatMap((one) => (one.of === 'family' ? [one.role] : []))
  return family.length === 0 && named.some((one) => one.of === 'unknown') ? [PARENT] : family
}

/** Which signature was the last one needed, and how many are missing. A person signs once; `parent` stands for any of the family, and any of them for `parent`. */
export function familySignatures(
  needed: readonly string[],
  signed: readonly Signed[],
): { readonly last: Signed | undefined; readonly missing: number } {
  const open = [...needed]
  const people = new Set<string>()
  for (const signature of signed) {
    const { person } = signature.data
    const by = signatory(signature.data.role)
    if (by.of !== 'family' || (person !== undefined && people.has(person))) continue
    if (person !== undefined) people.add(person)
    const at = open.includes(by.role) ? open.indexOf(by.role) : by.role === PARENT ? 0 : open.indexOf(PARENT)
    if (at >= 0) open.splice(at, 1)
    if (open.length === 0) return { last: signature, missing: 0 }
  }
  return { last: undefined, missing: open.length }
}
