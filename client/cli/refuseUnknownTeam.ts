import { CommandFailed, EXIT } from './io'
import { isOf } from './isOf'

const SHOWN = 20

/** Ends the command where a team is asked for that is none of these: nothing late for a misspelt name would be read as good news. */
export function refuseUnknownTeam(wanted: string | undefined, teams: readonly string[]): void {
  if (wanted === undefined || teams.some((team) => isOf(team, wanted))) return
  const names = [...new Set(teams)].sort((a, b) => (a < b ? -1 : 1))
  const more = names.length > SHOWN ? ` and ${String(names.length - SHOWN)} more` : ''
  throw new CommandFailed(
    EXIT.usage,
    `--team ${wanted}: no team is called that. There are ${names.slice(0, SHOWN).join(', ') || 'none'}${more}.`,
  )
}
