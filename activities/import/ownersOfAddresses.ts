import type { Found } from './finding'
import { shown, warning } from './rowReader'
import type { SsdRow } from './ssdRow'

/** The front of the administrator's address, who is in no extract. */
const RESERVED = 'administrator'

export interface InPost {
  readonly row: SsdRow
  readonly staffId: string
  readonly left: boolean
}

/**
 * Whether a person's address is theirs alone. It is made from the staff number, and mail knows no upper case. A number that somebody in post has
 * belongs to none who left; one that two in post have belongs to neither, and each of them is a finding: who of them reads it nobody here knows.
 */
export function ownersOfAddresses(staff: readonly InPost[], found: Found): (person: InPost) => boolean {
  const holders = new Map<string, InPost[]>()
  for (const person of staff) {
    const front = person.staffId.toLowerCase()
    const all = holders.get(front)
    if (all === undefined) holders.set(front, [person])
    else all.push(person)
  }
  const owners = new Set<InPost>()
  for (const [front, all] of holders) {
    const inPost = all.filter(({ left }) => !left)
    const claiming = inPost.length > 0 ? inPost : all
    const [only, ...others] = claiming
    if (only !== undefined && others.length === 0 && front !== RESERVED) owners.add(only)
    else for (const person of inPost) found(sharedAddress(person, inPost))
  }
  return (person) => owners.has(person)
}

/** Others who are named in a finding. */
const NAMED = 3

const sharedAddress = ({ row, staffId }: InPost, all: readonly InPost[]) => {
  const others = all.slice(0, NAMED + 1).flatMap((one) => (one.row === row ? [] : [one.row.id]))
  const named = others.slice(0, NAMED)
  const more = all.length - 1 - named.length
  const whose =
    named.length === 0
      ? 'the administrator'
      : `worker ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`
  const problem = `${shown(staffId)} would make one address for this worker and ${whose}. The worker was taken without an address, so that nobody gets the mail of another.`
  return warning(row, 'shared-address', 'prof_staff_id', problem)
}
