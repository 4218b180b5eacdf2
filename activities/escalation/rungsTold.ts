import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'

export interface RungLine {
  readonly escalation_id: string
  readonly rung: number
  readonly person_id: string
  readonly entry: 'told' | 'skipped'
}

/** Who has been told on which rung of the escalations of a case. */
export interface RungsTold {
  /** Everybody told on a rung below this one. */
  below(escalationId: string, rung: number): ReadonlySet<string>
  /** The rung on which a person was last told; undefined when on none (told at once, whatever the rung). */
  rungOf(escalationId: string, personId: string): number | undefined
}

/** The lines about who was told on which rung of the escalations of a case. */
export const rungLines = (caseId: string): Prisma.Sql => Prisma.sql`
  select x.escalation_id, x.rung, x.person_id, x.entry from escalation_entry x join escalation e on e.id = x.escalation_id
  where e.case_id = ${caseId}::uuid and x.entry in ('told', 'skipped') and x.rung is not null and x.person_id is not null
  order by x.escalation_id, x.number`

export async function loadRungsTold(tx: Transaction, caseId: string): Promise<RungsTold> {
  const { lines } = await rowsOf<{ lines: RungLine }>(tx, { lines: rungLines(caseId) })
  return rungsTold(lines)
}

/** Somebody skipped after having been told was not told: their mail never left. */
export function rungsTold(lines: readonly RungLine[]): RungsTold {
  const standing = lines.filter(
    (line, place) =>
      line.entry === 'told' &&
      !lines.slice(place + 1).some((later) => later.entry === 'skipped' && samePlace(later, line)),
  )
  return {
    below: (escalationId, rung) =>
      new Set(
        standing
          .filter((line) => line.escalation_id === escalationId && line.rung < rung)
          .map(({ person_id }) => person_id),
      ),
    rungOf: (escalationId, personId) =>
      standing.findLast((line) => line.escalation_id === escalationId && line.person_id === personId)?.rung,
  }
}

const samePlace = (a: RungLine, b: RungLine): boolean =>
  a.escalation_id === b.escalation_id && a.rung === b.rung && a.person_id === b.person_id
