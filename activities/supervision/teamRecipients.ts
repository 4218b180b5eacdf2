import type { LocalDate } from '@js-joda/core'
import type { Role } from '../../domain/access/role'
import { whoStandsFor, type Found, type KnownPerson } from '../../domain/access/whoStandsFor'
import type { Transaction } from '../../prisma/database'
import { knownPeople, parentsOf } from '../people/knownPeople'
import { loadPeople, type PersonRow } from '../people/loadPeople'

/** What somebody is told about. `worker`: of that case. `lane`: an alert goes to the next person where mail does not arrive. */
export interface AboutCase {
  readonly caseId: string | null
  readonly worker: string | null
  readonly lane?: 'digest' | 'at-once'
}

/** Who is told about the sessions of a team, looked up when they are told. */
export interface TeamRecipients {
  /** Who stands for a role; where it is about a case, whoever may open it. `worker`: of that case. Null: nobody at all. */
  whoFor(role: Role, about?: AboutCase): Found | null
  /** Everybody in post with their roles, whatever they may open. */
  readonly people: readonly KnownPerson[]
  readonly rows: ReadonlyMap<string, PersonRow>
  /** Restricted cases, by id. */
  readonly restricted: ReadonlySet<string>
  mayOpen(personId: string, caseId: string): boolean
}

interface About {
  readonly teamId: string
  readonly day: LocalDate
}

export async function teamRecipients(tx: Transaction, { teamId, day }: About): Promise<TeamRecipients> {
  const everybody = await loadPeople(tx, day.toString())
  const parents = parentsOf(everybody)
  const restricted = new Set(everybody.restricted.map((one) => one.case_id))
  const unreachable = new Set(everybody.people.filter((person) => person.unreachable).map(({ id }) => id))
  const open = knownPeople(everybody, day, null)
  const ofCase = new Map<string, readonly KnownPerson[]>()
  const peopleFor = (caseId: string | null): readonly KnownPerson[] => {
    if (caseId === null || !restricted.has(caseId)) return open
    const known = ofCase.get(caseId) ?? knownPeople(everybody, day, caseId)
    ofCase.set(caseId, known)
    return known
  }
  return {
    whoFor: (role, { caseId, worker, lane } = { caseId: null, worker: null }) =>
      whoStandsFor(role, {
        ...{ people: peopleFor(caseId), allocatedWorker: worker, chair: null, teamId, parents },
        ...(lane === 'at-once' ? { unreachable } : {}),
      }),
    people: open.filter(({ active }) => active),
    rows: new Map(everybody.people.map((person) => [person.id, person])),
    restricted,
    mayOpen: (personId, caseId) =>
      peopleFor(caseId).some(({ id, active, mayOpen }) => id === personId && active && mayOpen),
  }
}
