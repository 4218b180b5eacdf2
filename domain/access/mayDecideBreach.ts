import { holdsOver, type Reach } from './mayAct'
import type { KnownPerson } from './whoStandsFor'

/** Kinds that only whoever decides on a breach records. */
export const isBreachStep = (kind: string): boolean => /^safety-plan-breach-(passed-on|decided)$/.test(kind)

/** Whether this person decides on a breach of the safety plan: a manager of the case's team, its detective sergeant, or who stands in for one. Source: handbook, section 7. */
export const mayDecideBreach = (person: KnownPerson, reach: Reach, covered: readonly KnownPerson[] = []): boolean =>
  holdsOver('decide-breach', { person, reach, covered })
