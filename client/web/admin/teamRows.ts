import type { TeamNode } from '../../queries/admin/teamTree'
import { cells, type Table } from '../app/table'

/** Teams as a tree: each beneath the one above it, which its line names. A team whose parents go round in a circle stands at the top. */
export function teamsTable(teams: readonly TeamNode[]): Table {
  const known = new Set(teams.map(({ id }) => id))
  const seen = new Set<string>()
  const rows: TeamNode[] = []
  const add = (team: TeamNode): void => {
    if (seen.has(team.id)) return
    seen.add(team.id)
    rows.push(team)
    for (const below of teams) if (below.parentId === team.id) add(below)
  }
  for (const team of teams) if (team.parentId === null || !known.has(team.parentId)) add(team)
  for (const team of teams) add(team)
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  return {
    caption: 'Teams',
    head: ['Team', 'Belongs to', 'Who manages', 'Who coordinates', 'Open cases'],
    empty: 'There is no team yet. Teams come with an import.',
    rows: rows.map(({ id, name, parentId, managers, coordinators, open }) =>
      cells(
        name,
        (parentId === null ? undefined : names.get(parentId)) ?? 'No other team',
        managers.join(', ') || 'Nobody',
        coordinators.join(', ') || 'Nobody',
        { text: String(open), href: `/cases?team=${id}` },
      ),
    ),
  }
}
