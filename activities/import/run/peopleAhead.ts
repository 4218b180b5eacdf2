import type { Transaction } from '../../../prisma/database'
import { loadPeople, type Everybody } from '../../people/loadPeople'
import type { CaseSource } from './caseSource'

/** Everybody as the source knows them, on a day (ISO). Written and read once for all cases looked ahead at: whoever asks takes the writing back. */
export type PeopleAhead = (tx: Transaction, day: string) => Promise<Everybody>

export function peopleAhead({ writePeople }: Pick<CaseSource, 'writePeople'>): PeopleAhead {
  let known: { readonly day: string; readonly everybody: Everybody } | undefined
  return async (tx, day) => {
    if (known?.day !== day) {
      await writePeople(tx)
      known = { day, everybody: await loadPeople(tx, day) }
    }
    return known.everybody
  }
}
