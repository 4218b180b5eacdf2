import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { holdersByChild } from './holdersOf'

/** Who holds a child, as `case_holder` keeps it. */
export interface HolderRow {
  readonly child_id: string
  readonly role: 'allocated-worker' | 'chair'
  readonly person_id: string
}

interface Keeping {
  readonly caseId: string
  /** As they are known on the day. */
  readonly facts: CaseFacts
  /** The rows there are; they are asked for when missing. */
  readonly held: readonly HolderRow[] | undefined
}

/** Who is kept as holding the children of a case: a question by itself, or one of several. */
export const holdersKept = (caseId: string): Prisma.Sql =>
  Prisma.sql`select child_id::text, role, person_id::text from case_holder where case_id = ${caseId}::uuid`

/**
 * Writes down who holds each child of a case that the caller has locked, where that is otherwise than kept; `holdersOf` says who. The day passing changes nothing of it, but for
 * a fact that was recorded ahead of its day: the first plan on or after that day takes it up. Somebody who has left is kept until their work is ended: whoever asks asks who is in post.
 */
export async function keepHolders(tx: Transaction, { caseId, facts, held }: Keeping): Promise<void> {
  const { knownOn: day } = facts
  if (day === undefined) throw new Error('Facts of no day: who holds a case is asked of one. Call knownOn first.')
  const wanted = [...holdersByChild(facts, day)].flatMap(([child_id, { allocatedWorker, chair }]) => [
    ...rowsFor(child_id, 'allocated-worker', allocatedWorker),
    ...rowsFor(child_id, 'chair', chair),
  ])
  const kept = new Set((held ?? (await tx.$queryRaw<HolderRow[]>(holdersKept(caseId)))).map(printOf))
  if (kept.size === wanted.length && wanted.every((row) => kept.has(printOf(row)))) return
  await tx.$executeRaw`
    with wanted as (select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) w (child_id uuid, role text, person_id uuid)),
    gone as (delete from case_holder h where h.case_id = ${caseId}::uuid
      and not exists (select from wanted w where w.child_id = h.child_id and w.role = h.role))
    insert into case_holder (case_id, child_id, role, person_id) select ${caseId}::uuid, child_id, role, person_id from wanted
    on conflict (case_id, child_id, role) do update set person_id = excluded.person_id where case_holder.person_id <> excluded.person_id`
}

/** Facts name people by text. Whoever is named by anything but an id as Caseclock writes them is nobody it knows. */
const rowsFor = (child_id: string, role: HolderRow['role'], person: string | null): readonly HolderRow[] =>
  person !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(person)
    ? [{ child_id, role, person_id: person }]
    : []

const printOf = ({ child_id, role, person_id }: HolderRow): string => [child_id, role, person_id].join(' ')
