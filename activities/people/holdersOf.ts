import type { LocalDate } from '@js-joda/core'
import { knownOn } from '../../domain/chronology/knownOn'
import { responsiblePeople, type Responsible } from '../../domain/chronology/responsiblePeople'
import type { CaseFacts } from '../../domain/chronology/caseFacts'

/** Who holds a case on a day, by person id: whoever is the worker, or the chair, of any of its children. */
export function holdersOf(facts: CaseFacts, day: LocalDate): Record<keyof Responsible, ReadonlySet<string>> {
  const responsible = responsiblePeople(knownOn(facts, day), day)
  const all = ['case', ...facts.children.map(({ id }) => id)].map(responsible)
  const ids = (which: keyof Responsible): ReadonlySet<string> => new Set(all.flatMap((one) => one[which] ?? []))
  return { allocatedWorker: ids('allocatedWorker'), chair: ids('chair') }
}
