import type { LocalDate } from '@js-joda/core'
import { whoIsAlerted } from '../../domain/access/whoIsAlerted'
import { standing, type ClosedTo, type Found, type Standing } from '../../domain/access/whoStandsFor'
import type { Role } from '../../domain/access/role'
import { responsiblePeople } from '../../domain/chronology/responsiblePeople'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { Transaction } from '../../prisma/database'
import { knownPeople, parentsOf } from './knownPeople'
import { receivingTeam } from './receivingTeam'
import { loadPeople, type Everybody } from './loadPeople'

export interface Recipient {
  readonly personId: string
  /** Why it is this person, in words. */
  readonly why: string
}

/** Who is not alerted on a rung, and the next person is: told on one below, or not reached by a mail of the same alert. By person id. */
export interface PassedOver {
  readonly toldBelow: ReadonlySet<string>
  readonly notReached: ReadonlySet<string>
}

/** Who is told, looked up at the moment of telling, never stored in a plan. */
export interface Recipients {
  /** `subject`: a child's id; anything else (`case`, a goal's name) is of the whole case. Empty only when the authority has nobody else at all. */
  whoFor(role: string, subject: string): readonly Recipient[]
  /** The same for an alert, which goes to the next person where mail does not arrive. */
  whoIsAlerted(role: string, subject: string, passedOver: PassedOver): readonly Recipient[]
  /** Whether this person is in post and may open the case. */
  mayRead(personId: string): boolean
  /** Who would be told, and may not open the case, which is restricted: for the log, and for an administrator. */
  closedTo(role: string, subject: string): readonly ClosedTo[]
}

interface About {
  /** `id`: null for a case that is not in the database yet. */
  readonly row: { readonly id: string | null; readonly team_id: string | null }
  readonly facts: CaseFacts
  readonly day: LocalDate
}

/** Prepares the look-up for one case on one day. */
export const loadRecipients = async (tx: Transaction, about: About): Promise<Recipients> =>
  recipientsAmong(await loadPeople(tx, about.day.toString()), about)

/** The same among people who are known already. */
export function recipientsAmong(everybody: Everybody, { row, facts, day }: About): Recipients {
  const responsible = responsiblePeople(facts, day)
  const known = knownPeople(everybody, day, row.id)
  const parents = parentsOf(everybody)
  const receivingTeamId = receivingTeam(facts, everybody.teams)
  const unreachable = everybody.people.filter((person) => person.unreachable).map(({ id }) => id)
  const around = (subject: string) => {
    const { allocatedWorker, chair } = responsible(subject)
    return { people: known, allocatedWorker, chair, teamId: row.team_id, parents, receivingTeamId }
  }
  // Asked for every notice of the case, and among everybody: once each.
  const met = new Map<string, Standing>()
  const asked = (role: string, subject: string): Standing => {
    const key = `${role} ${subject}`
    const answer = met.get(key) ?? standing(role as Role, around(subject))
    met.set(key, answer)
    return answer
  }
  return {
    whoFor: (role, subject) => recipientOf(asked(role, subject).found),
    mayRead: (personId) => known.some(({ id, active, mayOpen }) => id === personId && active && mayOpen),
    closedTo: (role, subject) => asked(role, subject).closedTo,
    whoIsAlerted: (role, subject, { toldBelow, notReached }) =>
      recipientOf(
        whoIsAlerted(role as Role, {
          ...around(subject),
          toldBelow,
          unreachable: new Set([...unreachable, ...notReached]),
        }),
      ),
  }
}

const recipientOf = (found: Found | null): readonly Recipient[] =>
  found === null ? [] : [{ personId: found.person, why: found.why }]
