import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'
import type { PassedOver } from '../people/recipients'

export interface RungLine {
  readonly escalation_id: string
  readonly rung: number
  readonly person_id: string
  /** `not-reached`: a mail of the escalation to this person did not arrive; on no rung (0). */
  readonly entry: 'told' | 'skipped' | 'not-reached'
}

/** Who has been told on which rung of the escalations of a case. */
export interface RungsTold {
  /** Everybody told on a rung below this one. */
  below(escalationId: string, rung: number): ReadonlySet<string>
  /** The rung on which a person was last told; undefined when on none (told at once, whatever the rung). */
  rungOf(escalationId: string, personId: string): number | undefined
  /** Who is passed over on a rung; undefined: on none, told at once whatever the rung. */
  passedOver(escalationId: string, rung: number | undefined): PassedOver
}

/** The lines about who was told on which rung of the escalations of a case. */
export const rungLines = (caseId: string): Prisma.Sql => Prisma.sql`
  select x.escalation_id, x.rung, x.person_id, x.entry, x.number from escalation_entry x join escalation e on e.id = x.escalation_id
  where e.case_id = ${caseId}::uuid and x.entry in ('told', 'skipped') and x.rung is not null and x.person_id is not null
  union all select n.escalation_id, 0, n.recipient_id, 'not-reached', 0 from notice n
  where n.case_id = ${caseId}::uuid and n.escalation_id is not null and n.undelivered_at is not null
  order by escalation_id, number`

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
  const below = (escalationId: string, rung: number): ReadonlySet<string> =>
    peopleOf(standing.filter((line) => line.escalation_id === escalationId && line.rung < rung))
  return {
    below,
    passedOver: (escalationId, rung) => ({
      toldBelow: rung === undefined ? new Set() : below(escalationId, rung),
      notReached: peopleOf(lines.filter((line) => line.escalation_id === escalationId && line.entry === 'not-reached')),
    }),
    rungOf: (escalationId, personId) =>
      standing.findLast((line) => line.escalation_id === escalationId && line.person_id === personId)?.rung,
  }
}

const peopleOf = (lines: readonly RungLine[]): ReadonlySet<string> => new Set(lines.map(({ person_id }) => person_id))

const samePlace = (a: RungLine, b: RungLine): boolean =>
  a.escalation_id === b.escalation_id && a.rung === b.rung && a.person_id === b.person_id
