import type { Transaction } from '../prisma/database'

export interface DigestNotice {
  readonly recipient_id: string
  readonly case_id: string
}

/** Notices that a digest of `day` (ISO date) should carry: on or before, never "on"; after a missed morning nobody is forgotten. */
export const noticesForDigest = (tx: Transaction, day: string): Promise<DigestNotice[]> => tx.$queryRaw<DigestNotice[]>`
  select recipient_id, case_id from notice
  where lane = 'digest' and message_id is null and withdrawn_at is null and send_on <= ${day}::date
  order by recipient_id, id`
