import type { Database } from '../../../../prisma/database'

export interface MinuteLine {
  readonly id: string
  /** Rises from line to line, with gaps. */
  readonly number: number
  readonly prompt: string
  readonly text: string
  readonly writer: string
  readonly at: Date
  /** The command that wrote it, for its own writer; null for others. */
  readonly command: string | null
}

interface Asked {
  readonly sessionId: string
  readonly caseId: string
  readonly readerId: string
  /** The number of the last line that was seen; 0: none yet. */
  readonly after: number
}

/** The minutes of a case in a session in the order in which they were written. The session is locked while a line is written, so no line comes before one that was seen. */
export const minuteLines = (db: Database, { sessionId, caseId, readerId, after }: Asked): Promise<MinuteLine[]> =>
  db.$queryRaw<MinuteLine[]>`
    select m.id::text, m.number::int, m.prompt, m.text, p.name as writer, m.at, case when m.written_by = ${readerId}::uuid then m.command_id::text end as command
    from minute m join person p on p.id = m.written_by
    where m.session_id = ${sessionId}::uuid and m.case_id = ${caseId}::uuid and m.number > ${after}::bigint
    order by m.number`
