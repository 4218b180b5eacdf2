import { isOverCaseload } from '../../../domain/figures/overCaseload'
import type { AlertCount } from '../../queries/alerts/alertCounts'
import type { MatterCount } from '../../queries/team/matters'
import type { TeamPerson, UnallocatedCase } from '../../queries/team/teamPeople'
import type { TeamCounts } from './topCounts'

interface Found {
  readonly matters: readonly MatterCount[]
  readonly alerts: readonly AlertCount[]
  readonly people: readonly TeamPerson[]
  readonly unallocated: readonly UnallocatedCase[]
}

/** The counts of a team, or of all that was found. A worker who is of two teams is counted once in all. */
export function teamCounts(found: Found, team: string | null): TeamCounts {
  const isOf = ({ team_id }: { readonly team_id: string | null }): boolean => team === null || team_id === team
  const matters = found.matters.filter(isOf)
  const alerts = found.alerts.filter(isOf)
  const over = found.people.filter((one) => isOf(one) && isOverCaseload(one.children))
  const sum = (of: (one: MatterCount) => number): number => matters.reduce((all, one) => all + of(one), 0)
  return {
    heldUp: sum(({ held_up }) => held_up),
    late: sum(({ late }) => late),
    dueWeek: sum(({ due_week }) => due_week),
    alerts: alerts.reduce((all, { open }) => all + open, 0),
    waiting: alerts.reduce((all, { waiting }) => all + waiting, 0),
    over: new Set(over.map(({ id }) => id)).size,
    unallocated: found.unallocated.filter(isOf).length,
  }
}
