import type { Transaction } from '../../../prisma/database'
import type { Finding } from '../finding'
import type { AppliedCase } from './applyCase'
import type { CaseToPreview } from './previewCase'

/** One line of a run's work list. */
export interface CaseToApply {
  /** The case; of a census the one the child would be by itself. */
  readonly caseId: string
  readonly sourceId: string
  /** Upstream ids. */
  readonly children: readonly string[]
}

export interface ComparedLine {
  readonly toPreview: CaseToPreview
  readonly findings: readonly Finding[]
}

/** What a run asks of the source it takes from. The steps, their bounds and how one case is set aside are the same for every source. */
export interface CaseSource {
  /** Lines of the work list taken up at once: between two of these somebody may give the run up. */
  readonly atOnce: number
  /** The file that a finding about a whole case names. */
  readonly file: string
  /** Names of those whom a preview tells about, by id. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly jobTitle: string }>
  /** Reads what the next lines will ask for. */
  ahead(cases: readonly CaseToApply[]): Promise<void>
  /** Writes the people of the source, without whom nobody is told. */
  writePeople(tx: Transaction): Promise<void>
  /** What the source says beside what the chronology says. Writes nothing. */
  compare(tx: Transaction, one: CaseToApply): Promise<ComparedLine>
  /**
   * Brings one case up to date, and keeps what the next run needs of it. The caller's transaction holds all of it or none. Null: the run is
   * over, and nothing was written.
   */
  apply(tx: Transaction, one: CaseToApply): Promise<AppliedCase | null>
  /** Keeps what is left when all cases are up to date. */
  finish(beat: () => void): Promise<void>
}
