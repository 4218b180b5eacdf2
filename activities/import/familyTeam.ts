import type { Found } from './finding'
import { teamId } from './mapping/mapContext'
import type { SsdRow } from './readTable'
import { aboutRow, civilDay } from './rowReader'
import type { EventRows } from './rowShapes'

interface Offer {
  /** The higher text wins: an open allocation before an ended one before a referral, then the later day, then the record. */
  readonly rank: string
  readonly team: string
}

/**
 * A family's team: that of the open allocated involvement, else of the last one, else the team that took the referral. A team that is not
 * among the departments is nobody's, and a finding.
 */
export function familyTeam(
  taken: EventRows,
  knownTeams: ReadonlySet<string>,
  found: Found,
): (children: readonly string[]) => string | null {
  const offers = new Map<string, Offer>()
  const unknown = new Set<string>()
  const offer = (row: SsdRow, childField: string, teamField: string, rank: string): void => {
    const team = row.values[teamField] ?? ''
    const child = row.values[childField] ?? ''
    if (team === '') return
    if (!knownTeams.has(team)) {
      if (!unknown.has(team))
        found(
          aboutRow(
            row,
            teamField,
            `Team ${team} is not in ssd_department.csv. The row was taken without its team.`,
            'warning',
          ),
        )
      unknown.add(team)
      return
    }
    const ranked = `${rank}|${row.id}`
    if ((offers.get(child)?.rank ?? '') < ranked) offers.set(child, { rank: ranked, team })
  }
  const day = (row: SsdRow, field: string): string => civilDay(row.values[field] ?? '') ?? ''
  for (const row of taken.get('ssd_cin_episodes') ?? []) {
    offer(row, 'cine_person_id', 'cine_referral_team', `0|${day(row, 'cine_referral_date')}`)
  }
  for (const row of taken.get('ssd_involvements') ?? []) {
    if (row.values['invo_professional_role_id'] !== 'Allocated Case Worker') continue
    const ended = day(row, 'invo_involvement_end_date')
    const rank = ended === '' ? `2|${day(row, 'invo_involvement_start_date')}` : `1|${ended}`
    offer(row, 'invo_person_id', 'invo_professional_team', rank)
  }
  return (children) => {
    const best = children
      .flatMap((child) => offers.get(child) ?? [])
      .reduce((a: Offer, b) => (a.rank < b.rank ? b : a), NONE)
    return best.team === '' ? null : teamId(best.team)
  }
}

const NONE: Offer = { rank: '', team: '' }
