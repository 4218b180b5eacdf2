import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { newId } from '../../../activities/newId'
import { loadFacts } from '../../../activities/planning/loadFacts'
import type { CaseRow } from '../../../activities/planning/lockCase'
import type { Rules } from '../../../activities/planning/rules'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { londonDay } from '../../../domain/calendar/london'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Obligation } from '../../../domain/timeline/obligation'
import { foldCase, timelineOf, type FoldedCase } from '../../../domain/timeline/timeline'
import type { Database, Transaction } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import type { Refusal } from '../../commands/command'
import { isId } from '../../commands/isId'
import { loadActing } from '../../commands/loadActing'

/** A case as somebody who works with the whole of it reads it, today. */
export interface ReadCase {
  readonly tx: Transaction
  readonly row: CaseRow
  readonly today: LocalDate
  readonly rules: Rules
  readonly facts: CaseFacts
  readonly folded: FoldedCase
  /** Everything due on these facts, met and fallen away included. */
  readonly obligations: readonly Obligation[]
  /** Children by id, by their forenames: for a page, and nowhere else. */
  readonly names: ReadonlyMap<string, string>
}

interface Reading {
  readonly ref: string
  readonly readerId: string
  /** What the audit calls it. */
  readonly action: string
}

/**
 * Opens a case for a reader in post who may open it and works with the whole of it: police have a track of their own. That it was read is in the audit. Answers
 * what `read` makes of it, or why it is closed to them.
 */
export const readCase = <T>(
  db: Database,
  { ref, readerId, action }: Reading,
  read: (about: ReadCase) => Promise<T>,
): Promise<T | Refusal> =>
  inTransaction(db, async (tx) => {
    const [row] = await tx.$queryRaw<CaseRow[]>`
      select id, ref, team_id, open, live_since::text, facts_version, planned_version, rules_version, next_moment, given
      from case_file where ref = ${ref}`
    if (row === undefined)
      return { refused: 'unknown-case', todo: `There is no case ${ref}. \`caseclock due\` lists references.` }
    if (!isId(readerId)) return { refused: 'unknown-person', todo: `${readerId} is no id: people have a UUID.` }
    const { now } = await readClock(tx)
    const today = londonDay(now)
    const acting = await loadActing(tx, { actorId: readerId.toLowerCase(), row, day: today })
    if (typeof acting === 'string') return { refused: 'not-allowed', todo: acting }
    if (acting.scope !== 'everything') return { refused: 'not-allowed', todo: NOT_THE_WHOLE }
    const rules = await rulesInForce()(tx, today)
    const facts = knownOn(await loadFacts(tx, row), today)
    const folded = foldCase(facts)
    const { obligations } = timelineOf(folded, rules.policy, rules.calendar)
    const children = await tx.$queryRaw<{ id: string; forename: string }[]>`
      select id::text, forename from child where case_id = ${row.id}::uuid`
    await tx.$executeRaw`
      insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
      values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${readerId}::uuid, ${action}, ${row.id}::uuid, ${randomUUID()}::uuid, '{}')`
    const names = new Map(children.map(({ id, forename }) => [id, forename]))
    return read({ tx, row, today, rules, facts, folded, obligations, names })
  })

const NOT_THE_WHOLE =
  'Only those who work with the whole of this case read that. Ask its team manager what you need to know.'
