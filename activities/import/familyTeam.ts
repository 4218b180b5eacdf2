import type { Found } from './finding'
import { teamId } from './mapping/mapContext'
import type { SsdRow } from './ssdRow'
import { civilDay, warning, shown } from './rowReader'
import type { EventRows } from './rowShapes'

/**
 * A family's team: that of the open allocated involvement, else of the last one, else the team that took the referral. A team that is not
 * among the departments is nobody's, and a finding.
 */
export function familyTeam(taken: EventRows, knownTeams: ReadonlySet<string>, found: Found): string | null {
  const unknown = new Set<string>()
  // The higher text wins: an open allocation before an ended one before a referral, then the later day, then the record.
  let best = { rank: '', team: '' }
  const offer = (row: SsdRow, teamField: string, rank: string): void => {
    const team = row.values[teamField] ?? ''
    if (team === '') return
    if (!knownTeams.has(team)) {
      const problem = `Team ${shown(team)} is not in ssd_department.csv. The row was taken without its team.`
      if (!unknown.has(team)) found(warning(row, 'unknown-team', teamField, problem))
      unknown.add(team)
      return
    }
    const ranked = `${rank}|${row.id}`
    if (best.rank < ranked) best = { rank: ranked, team }
  }
  const day = (row: SsdRow, field: string): string => civilDay(row.values[field] ?? '') ?? ''
  for (const row of taken.get('ssd_cin_episodes') ?? []) {
    offer(row, 'cine_referral_team', `0|${day(row, 'cine_referral_date')}`)
  }
  for (const row of taken.get('ssd_involvements') ?? []) {
    if (row.values['invo_professional_role_id'] !== 'Allocated Case Worker') continue
    const ended = day(row, 'invo_involvement_end_date')
    const rank = ended === '' ? `2|${day(row, 'invo_involvement_start_date')}` : `1|${ended}`
    offer(row, 'invo_professional_team', rank)
  }
  return best.team === '' ? null : teamId(best.team)
}
