import { rulesInForce } from '../../activities/planning/rulesInForce'
import { advanceRun } from '../../activities/import/run/advanceRun'
import { startImport, type NewImport } from '../../client/commands/startImport'
import type { ProcessName } from '../../workflows/protocol'
import type { Database } from '../../prisma/database'

export interface ImportedInto {
  readonly runId: string
  /** Cases whose clocks were nudged, in order. */
  readonly touched: readonly string[]
}

/** Begins an import and takes it on without a workflow, as the worker's activity does. Clocks are not nudged: whom it would nudge is the answer. */
export async function importInto(
  { db }: { readonly db: Database },
  what: Omit<NewImport, 'source' | 'actorId'> & Partial<Pick<NewImport, 'source' | 'actorId'>>,
): Promise<ImportedInto> {
  const runId = await startImport(
    { db, processes: { nudge: () => Promise.resolve(0), ensure: () => Promise.resolve(0) } },
    { source: 'ssd', actorId: null, ...what },
  )
  return { runId, touched: await takeOn({ db }, runId) }
}

/** Takes a run on until it is over or waits for a person. */
export async function takeOn({ db }: { readonly db: Database }, runId: string): Promise<readonly string[]> {
  const touched: string[] = []
  const nudge = (names: readonly ProcessName[]): Promise<number> => {
    touched.push(...names.map(({ id }) => id))
    return Promise.resolve(names.length)
  }
  const advancing = {
    db,
    rules: rulesInForce(),
    processes: { nudge, ensure: () => Promise.resolve(0) },
    beat: () => undefined,
    forMs: 60_000,
  }
  while ((await advanceRun(advancing, runId)) === 'more');
  return touched
}
