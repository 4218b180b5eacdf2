import type { ImportedPerson, ImportedTeam } from './imported'

/** The people and teams of an extract. The sets hold upstream ids. */
export interface Staff {
  readonly teams: readonly ImportedTeam[]
  readonly people: readonly ImportedPerson[]
  /** Those who left. */
  readonly leavers: ReadonlySet<string>
  readonly known: ReadonlySet<string>
  readonly knownTeams: ReadonlySet<string>
}
