import type { Share } from './share'
import type { TeamMonth } from './teamMonth'

/** One figure of a team and month, as a file has it. */
export interface Measure {
  /** `coverage-discussed`, `summaries-on-time`: a name that stays. */
  readonly measure: string
  /** Of attendance: as what people were invited; null of all others. */
  readonly role: string | null
  /** Null where there is nothing to be a share of. */
  readonly n: number | null
  readonly of: number
}

/** Every figure of a team and month in the same order; those of attendance once for each role. */
export const measuresOf = (figures: TeamMonth): readonly Measure[] => [
  ...measured('coverage', figures.coverage),
  ...measured('sessions', figures.sessions),
  ...figures.attendance.flatMap(({ role, attendance }) => measured('attendance', attendance, role)),
  ...measured('summaries', figures.summaries),
  ...measured('minutes', figures.minutes),
  ...measured('repeated', { absence: figures.absentTwice }),
  ...measured('quality', figures.quality),
]

const measured = (about: string, shares: Readonly<Record<string, Share>>, role: string | null = null): Measure[] =>
  Object.entries(shares).map(([kind, share]) => ({
    ...{ measure: `${about}-${kind}`, role, n: share?.n ?? null, of: share?.of ?? 0 },
  }))
