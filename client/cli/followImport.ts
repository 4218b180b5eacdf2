import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../prisma/database'
import { importProgress, type ImportProgress } from '../queries/importProgress'
import { CommandFailed, EXIT } from './io'

const LOOK_MS = 250
/** Looks between two lines about the same step. */
const LINE_EVERY = 8
/** Looks without a change after which somebody should know that nothing moves. */
const STILL_LOOKS = 40

/**
 * Waits until a run is over or waits for a person, and says how far it is. The run does not need anybody to wait: it goes on by itself.
 * `until`: gives up waiting when it resolves. Throws when the run was refused.
 */
export async function followImport(
  db: Database,
  runId: string,
  say: (line: string) => void,
  until: Promise<unknown> = new Promise(() => undefined),
): Promise<ImportProgress> {
  let last = ''
  let lastState = ''
  let quiet = 0
  const stopped = until.then(() => 'stopped' as const)
  for (let still = 0; ; still += 1) {
    const progress = await importProgress(db, runId)
    if (progress === undefined) throw new CommandFailed(EXIT.usage, `There is no import ${runId}.`)
    if (progress.state === 'refused') throw new CommandFailed(EXIT.usage, progress.problem ?? 'The import was refused.')
    if (progress.state === 'given-up')
      throw new CommandFailed(EXIT.problems, `Import ${runId} was given up; what was brought in by then stays.`)
    const line = lineOf(progress)
    quiet += 1
    if (line !== last) still = 0
    if (line !== last && (progress.state !== lastState || quiet >= LINE_EVERY)) {
      say(line)
      last = line
      lastState = progress.state
      quiet = 0
    }
    if (['done', 'waiting'].includes(progress.state)) return progress
    if (still === STILL_LOOKS)
      say(
        `it has not moved for ${String((STILL_LOOKS * LOOK_MS) / 1000)} s${progress.problem === null ? '' : ` (${progress.problem})`}; the worker or Temporal may be away. It goes on by itself when they are back.`,
      )
    if ((await Promise.race([stopped, wait(LOOK_MS)])) === 'stopped') return progress
  }
}

function lineOf({ state, read, cases, source }: ImportProgress): string {
  const { concerned, previewed, applied } = cases
  switch (state) {
    case 'reading':
      return source === 'census' ? 'reading the census' : `reading: ${String(Object.keys(read).length)} tables read`
    case 'previewing':
      return source === 'census'
        ? `looking ahead: ${String(previewed)} of ${String(read['Child'] ?? 0)} children`
        : `looking ahead: ${String(previewed)} of ${String(concerned)} cases`
    case 'applying':
      return `bringing in: ${String(applied)} of ${String(concerned)} cases`
    case 'waiting':
      return 'looked ahead at all cases; nothing has been written'
    case 'done':
    case 'refused':
    case 'given-up':
      return `${state}: ${String(applied)} of ${String(concerned)} cases`
  }
}
