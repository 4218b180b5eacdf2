import type { LocalDate } from '@js-joda/core'
import { knownOn } from '../../domain/chronology/knownOn'
import { responsiblePeople, type Responsible } from '../../domain/chronology/responsiblePeople'
import type { CaseFacts } from '../../domain/chronology/caseFacts'

/** Who holds each child of a case on a day, by the child's id. */
export function holdersByChild(facts: CaseFacts, day: LocalDate): ReadonlyMap<string, Responsible> {
  // Facts that are of that day already have been read once: what was found in them is kept with them.
  const responsible = responsiblePeople(facts.knownOn?.equals(day) === true ? facts : knownOn(facts, day), day)
  return new Map(facts.children.map(({ id }) => [id, responsible(id)]))
}

/** Who holds a case on a day, by person id: whoever is the worker, or the chair, of any of its children. */
export function holdersOf(facts: CaseFacts, day: LocalDate): Record<keyof Responsible, ReadonlySet<string>> {
  const all = [...holdersByChild(facts, day).values()]
  const ids = (which: keyof Responsible): ReadonlySet<string> => new Set(all.flatMap((one) => one[which] ?? []))
  return { allocatedWorker: ids('allocatedWorker'), chair: ids('chair') }
}
