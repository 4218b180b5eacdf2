import type { LocalDate } from '@js-joda/core'
import type { Found } from '../../domain/access/whoStandsFor'
import { knownOn } from '../../domain/chronology/knownOn'
import type { SessionFacts } from '../../domain/supervision/session/sessionFacts'
import type { SessionReader } from '../../domain/supervision/session/sessionSteps'
import type { Transaction } from '../../prisma/database'
import { holdersOf } from '../people/holdersOf'
import { loadFactsOf, type CaseOf } from '../planning/loadFacts'
import type { TeamRecipients } from './teamRecipients'

/** Who is told something of a session. `subject`: a person's id, a case's id, or `session`. Null: nobody who may be told is left. */
export type SessionReaders = (to: SessionReader, subject: string, lane: 'digest' | 'at-once') => Found | null

interface About {
  readonly facts: SessionFacts
  readonly people: TeamRecipients
  readonly today: LocalDate
}

/** Looks up who holds the cases of a session today, and who stands for each role. */
export async function sessionReaders(tx: Transaction, { facts, people, today }: About): Promise<SessionReaders> {
  const ids = facts.cases.map(({ caseId }) => caseId)
  const rows = await tx.$queryRaw<CaseOf[]>`
    select id::text, ref, team_id::text, live_since::text from case_file where id = any(${ids}::uuid[]) order by id`
  const known = await loadFactsOf(tx, rows)
  const workers = new Map(
    rows.map(({ id }, index) => {
      const own = known[index]
      const [worker] = own === undefined ? [] : holdersOf(knownOn(own, today), today).allocatedWorker
      return [id, worker ?? null] as const
    }),
  )
  return (to, subject, lane) => {
    const caseId = workers.has(subject) ? subject : null
    if (to === 'invitee')
      return people.people.some(({ id }) => id === subject) ? { person: subject, why: 'invited to this session' } : null
    if (to === 'case-worker')
      return people.whoFor('social-worker', { caseId, worker: workers.get(subject) ?? null, lane })
    return people.whoFor(to, { caseId, worker: null, lane })
  }
}
