import type { LocalDate } from '@js-joda/core'
import { standing, type PassedOver, type Standing } from '../../domain/access/whoStandsFor'
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

/** Who is told, looked up at the moment of telling, never stored in a plan. */
export interface Recipients {
  /** `subject`: a child's id; anything else (`case`, a goal's name) is of the whole case. `toldBelow`: who was told on a rung below, and is passed over. Empty only when the authority has nobody else at all. */
  whoFor(role: string, subject: string, toldBelow?: ReadonlySet<string>): readonly Recipient[]
  /** Who would be told, and may not open the case, which is restricted: for the log, and for an administrator. */
  closedTo(role: string, subject: string): readonly PassedOver[]
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
  const find = (role: string, subject: string, toldBelow?: ReadonlySet<string>): Standing => {
    const { allocatedWorker, chair } = responsible(subject)
    const around = { people: known, allocatedWorker, chair, teamId: row.team_id, parents, receivingTeamId }
    return standing(role as Role, toldBelow === undefined ? around : { ...around, toldBelow })
  }
  // Asked for every notice of the case, and among everybody: once each.
  const found = new Map<string, Standing>()
  const asked = (role: string, subject: string, toldBelow?: ReadonlySet<string>): Standing => {
    if (toldBelow !== undefined && toldBelow.size > 0) return find(role, subject, toldBelow)
    const key = `${role} ${subject}`
    const before = found.get(key)
    if (before !== undefined) return before
    const answer = find(role, subject)
    found.set(key, answer)
    return answer
  }
  return {
    whoFor: (role, subject, toldBelow) => {
      const { found: one } = asked(role, subject, toldBelow)
      return one === null ? [] : [{ personId: one.person, why: one.why }]
    },
    closedTo: (role, subject) => asked(role, subject).passedOver,
  }
}
