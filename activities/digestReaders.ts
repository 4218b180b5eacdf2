import type { Database } from '../prisma/database'

/** Somebody for whom a digest waits, and the cases it speaks of, by id. */
export interface DigestReader {
  readonly id: string
  readonly cases: readonly string[]
}

/** Readers of one question: a big authority's notices are never all in memory. */
export const READERS_A_PAGE = 100

/** Before every reader. */
export const FIRST_READER = '00000000-0000-0000-0000-000000000000'

/**
 * The next readers, by id, for whom a digest of `day` (ISO date) waits: what was to be told on or before it, never "on"; after a missed morning
 * nobody is forgotten. None: there are no more after that reader.
 */
export const digestReaders = (db: Database, day: string, after: string = FIRST_READER): Promise<DigestReader[]> =>
  db.$queryRaw<DigestReader[]>`
  select id, coalesce(array_agg(distinct case_id order by case_id) filter (where case_id is not null), '{}')::text[] as cases from (
    select recipient_id as id, case_id from notice
      where lane = 'digest' and message_id is null and withdrawn_at is null and send_on <= ${day}::date and recipient_id > ${after}::uuid
    union all select recipient_id, null from supervision_notice
      where lane = 'digest' and message_id is null and withdrawn_at is null and send_on <= ${day}::date and recipient_id > ${after}::uuid) waiting
  group by id order by id limit ${READERS_A_PAGE}`
