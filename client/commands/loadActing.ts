import type { LocalDate } from '@js-joda/core'
import { scopeOn, type Reach, type Scope } from '../../domain/access/mayAct'
import { coveredBy } from '../../domain/access/standIn'
import { knownOn } from '../../domain/chronology/knownOn'
import type { KnownPerson } from '../../domain/access/whoStandsFor'
import { holdersOf } from '../../activities/people/holdersOf'
import { knownPeople, parentsOf } from '../../activities/people/knownPeople'
import { receivingTeam } from '../../activities/people/receivingTeam'
import { loadPeople } from '../../activities/people/loadPeople'
import { loadFacts } from '../../activities/planning/loadFacts'
import type { CaseRow } from '../../activities/planning/lockCase'
import type { Transaction } from '../../prisma/database'

interface Who {
  readonly actorId: string
  readonly row: CaseRow
  readonly day: LocalDate
}

/** A person who is in post, and the case they want to act on. */
export interface Acting {
  readonly person: KnownPerson
  /** In whose place they stand today. */
  readonly covered: readonly KnownPerson[]
  readonly reach: Reach
  /** How much of the case they may act on. */
  readonly scope: Scope
}

/**
 * Who wants to act, and on what; or why nobody may act by that name. Who holds the case, and to whom it is being handed, is read only where no role settles it: facts that
 * cannot be read must not keep out whoever puts them right.
 */
export async function loadActing(tx: Transaction, { actorId, row, day }: Who): Promise<Acting | string> {
  const everybody = await loadPeople(tx, day.toString())
  const known = knownPeople(everybody, day, row.id)
  const person = known.find(({ id }) => id === actorId)
  if (person === undefined) return 'Nobody is known by that id. Name the person who acts with --as.'
  if (!person.active) return 'This person has left. Act as somebody who is in post.'
  if (!person.mayOpen)
    return 'This case is restricted, and this person has no access to it. An administrator or a head of service can give it: caseclock access grant.'
  const covered = coveredBy(person, known)
  const reach: Reach = { teamId: row.team_id, parents: parentsOf(everybody), holders: new Set() }
  if (scopeOn(person, reach, covered) === 'everything') return { person, covered, reach, scope: 'everything' }
  const facts = knownOn(await loadFacts(tx, row), day)
  const { allocatedWorker, chair } = holdersOf(facts, day)
  const held: Reach = {
    ...reach,
    holders: new Set([...allocatedWorker, ...chair]),
    receivingTeamId: receivingTeam(facts, everybody.teams),
  }
  return { person, covered, reach: held, scope: scopeOn(person, held, covered) }
}
