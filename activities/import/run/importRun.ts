import type { Database, Transaction } from '../../../prisma/database'
import type { TableHashes } from '../checkFolder'
import type { SsdTable } from '../ssdTables'

export type RunState = 'reading' | 'previewing' | 'waiting' | 'applying' | 'done' | 'refused' | 'given-up'

/** States in which a run has something left to do; there is one such run at a time. */
export const RUNNING: readonly RunState[] = ['reading', 'previewing', 'waiting', 'applying']

export interface ImportOptions {
  /** Tables that left out of the extract: as they were. */
  readonly leftOut: readonly SsdTable[]
  /** SHA-256 of each table on the day of the extract, where its manifest tells. */
  readonly hashes?: TableHashes
  /** Tables that may hold less than half of what they held before. */
  readonly acceptFewer: readonly string[]
  /** Stop after the preview until a person says so. */
  readonly wait: boolean
  /** Its files were uploaded for it, and are removed when it is over. */
  readonly uploaded?: true
}

export interface ImportRun {
  readonly id: string
  readonly source: 'ssd' | 'census'
  /** The day of the extract, ISO. */
  readonly asAt: string
  /** The folder of an extract, the file of a census. */
  readonly folder: string
  readonly options: ImportOptions
  readonly state: RunState
  /** Rows by table that has been read. */
  readonly tablesRead: Readonly<Record<string, number>>
  /** The applied run before it, of the same source. */
  readonly beforeId: string | null
}

export async function loadRun(db: Database | Transaction, runId: string): Promise<ImportRun | undefined> {
  const [row] = await db.$queryRaw<ImportRun[]>`
    select id, source, as_at::text as "asAt", folder, options, state, tables_read as "tablesRead", before_id as "beforeId"
    from import_run where id = ${runId}::uuid`
  return row
}

/** Takes a run to its next state, unless somebody gave it up meanwhile: what a person said stands. */
export async function setState(
  db: Database | Transaction,
  { id, state: from }: Pick<ImportRun, 'id' | 'state'>,
  to: RunState,
): Promise<void> {
  await db.$executeRaw`update import_run set state = ${to}, problem = null where id = ${id}::uuid and state = ${from}`
}

/** Tables the extract brings. */
export const brings = ({ options }: ImportRun, table: SsdTable): boolean => !options.leftOut.includes(table)
