import { canonical } from '../../../domain/canonical'
import type { ImportedEvent } from '../imported'
import type { Chain, Recorded } from './recorded'

/** What only one of two sources can know, or what names another event. */
const ASIDE = new Set(['meeting', 'source', 'of', 'referral', 'enquiry'])

/** Whether a row says just what stands. A day no row tells keeps that of the first extract that showed it. */
export const isUnchanged = (mapped: ImportedEvent, { last, first }: Chain): boolean =>
  (mapped.on === last.on || (mapped.firstSeen === true && mapped.kind === first.kind)) &&
  sameChildren(mapped.children, last.children) &&
  canonical(mapped.data) === canonical(last.data)

/** Whether a row and a person tell the same: of the same day, if the row tells one, about this child, and nothing both say differs. */
export const agrees = (mapped: ImportedEvent, { last }: Chain): boolean =>
  (mapped.on === last.on || mapped.firstSeen === true) &&
  concerns(last.children, mapped.children) &&
  contradiction(mapped.data, last.data) === undefined

/** Whether an event is of the kind and day of a row, about its child, and of no other thing. */
export const isOfTheDay = (mapped: ImportedEvent, said: Recorded): boolean =>
  said.kind === mapped.kind &&
  said.on === mapped.on &&
  concerns(said.children, mapped.children) &&
  isOfOneThing(mapped.data, said.data)

/** Plans of another kind are other plans, specialists in another role other specialists, however near their days. */
export const isOfOneThing = (
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): boolean =>
  ['plan', 'role'].every(
    (field) => ours[field] === undefined || theirs[field] === undefined || ours[field] === theirs[field],
  )

/** The first field that both tell, differently. */
export function contradiction(
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): string | undefined {
  return Object.keys(ours).find(
    (field) => !ASIDE.has(field) && theirs[field] !== undefined && canonical(ours[field]) !== canonical(theirs[field]),
  )
}

const sameChildren = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((child) => b.includes(child))

/** Whether what concerns `all` (empty: everybody) concerns each of these. */
export const concerns = (all: readonly string[], these: readonly string[]): boolean =>
  all.length === 0 || these.every((child) => all.includes(child))
