import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../chronology/childHistory'
import type { Effective } from '../chronology/effectiveEvents'
import type { Agreement } from '../chronology/safetyPlans'
import { PARENT, signatory } from '../chronology/writtenWords'

/** A signature that a document needs, and what is known of it. Refusing is recorded, not chased. */
export interface WantedSignature {
  readonly role: string
  readonly state: 'signed' | 'refused' | 'wanted'
  /** When it was signed, or refused. */
  readonly on: LocalDate | null
}

/**
 * The signatures a formal document needs. Only what is signed on or after its day signs it, and one signature stands for one role: its own word first, then another word for the
 * same person (`mum`, `mother`), then `parent` for anybody of the family. A document that names nobody needs one parent and the team manager.
 */
export function signaturesOf(document: Agreement, events: readonly Effective[]): readonly WantedSignature[] {
  const since = ({ on }: { readonly on: LocalDate }): boolean => !on.isBefore(document.on)
  const signed = ofKind(events, 'safety-plan-signed').filter(since)
  const refused = ofKind(events, 'consent-recorded').filter(
    ({ on, data }) => data.state === 'refused' && data.of === 'safety-plan' && since({ on }),
  )
  const wanted = document.data.signatories ?? [PARENT, 'team-manager']
  const found = new Map<number, LocalDate>()
  const open = [...signed]
  for (const fits of [isSameWord, isSamePerson, isSomeParent])
    for (const [place, role] of wanted.entries()) {
      const at = found.has(place) ? -1 : open.findIndex(({ data }) => fits(role, data.role))
      const [signature] = at < 0 ? [] : open.splice(at, 1)
      if (signature !== undefined) found.set(place, signature.on)
    }
  return wanted.map((role, place) => {
    const on = found.get(place)
    if (on !== undefined) return { role, state: 'signed', on }
    const no = refused.find(({ data }) => isSamePerson(role, data.by ?? PARENT))
    return no === undefined ? { role, state: 'wanted', on: null } : { role, state: 'refused', on: no.on }
  })
}

const isSameWord = (wanted: string, signed: string): boolean => wanted === signed

function isSamePerson(wanted: string, signed: string): boolean {
  const [a, b] = [signatory(wanted), signatory(signed)]
  if (a.of === 'family') return b.of === 'family' && a.role === b.role
  return a.of === 'team-manager' ? b.of === 'team-manager' : wanted === signed
}

const isSomeParent = (wanted: string, signed: string): boolean => {
  const [a, b] = [signatory(wanted), signatory(signed)]
  return a.of === 'family' && b.of === 'family' && (a.role === PARENT || b.role === PARENT)
}
