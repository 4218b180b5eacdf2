import path from 'node:path'
import type { Finding } from '../../activities/import/finding'
import { isId } from '../commands/isId'
import type { ImportChange } from '../queries/importChanges'
import type { ImportProgress } from '../queries/importProgress'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

export interface ImportOptions {
  /** The folder of an extract, or */
  readonly ssd?: string
  /** the file of a census. */
  readonly census?: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly older?: boolean
  readonly acceptFewer?: readonly string[]
  /** Stop after the preview, until a person says so. */
  readonly preview?: boolean
  readonly apply?: string
  readonly giveUp?: string
  /** Who acts; the machine's own import names nobody. */
  readonly as?: string
  readonly data: string
}

/**
 * `caseclock import`: begins a run and follows it to its end; with --dry-run only says what the files hold, without a database. The run is
 * the worker's: it goes on when this command is ended.
 */
export async function runImport(options: ImportOptions, io: Io): Promise<ExitCode> {
  const { ssd, census, apply, giveUp, as, dryRun, json = false } = options
  if ([ssd, census, apply, giveUp].filter((one) => one !== undefined).length !== 1)
    throw new CommandFailed(
      EXIT.usage,
      'Say what to import: either --ssd and a folder, or --census and a file. Or decide on a run that waits: --apply or --give-up and its id.',
    )
  if (dryRun === true) {
    if (ssd !== undefined) return (await import('./importDryRun.js')).runImportDryRun({ ssd, json }, io)
    if (census !== undefined) return (await import('./censusDryRun.js')).runCensusDryRun({ census, json }, io)
    throw new CommandFailed(EXIT.usage, '--dry-run reads files: give --ssd or --census with it.')
  }
  const { withProcesses } = await import('./connect.js')
  return withProcesses(options.data, io.err, async (deps) => {
    const { followImport } = await import('./followImport.js')
    const { decideImport } = await import('../commands/decideImport.js')
    const { personNamed } = await import('./personNamed.js')
    const actorId = as === undefined ? null : (await personNamed(deps.db, '--as', as)).id
    const decided = apply ?? giveUp
    if (decided !== undefined) {
      if (!isId(decided)) throw new CommandFailed(EXIT.usage, `${decided} is no id of an import.`)
      const decision = apply === undefined ? 'give-up' : 'apply'
      const refusal = await decideImport(deps, { runId: decided, decision, actorId })
      if (refusal !== undefined)
        throw new CommandFailed(refusal.refused === 'not-allowed' ? EXIT.refused : EXIT.usage, refusal.todo)
    }
    const runId = decided ?? (await begin(deps, options, actorId))
    if (giveUp !== undefined) {
      io.err(`import ${runId} was given up; what was brought in stays\n`)
      return EXIT.done
    }
    const progress = await followImport(deps.db, runId, (line) => {
      io.err(`${line}\n`)
    })
    const { importFindings } = await import('../queries/importFindings.js')
    const findings = await importFindings(deps.db, runId)
    const { importChanges } = await import('../queries/importChanges.js')
    await print(progress, { findings, changes: await importChanges(deps.db, runId, json ? EVERY : SHOWN) }, json, io)
    return findings.some(({ news }) => news !== 'gone') ? EXIT.problems : EXIT.done
  })
}

type Deps = Parameters<typeof import('../commands/startImport.js').startImport>[0]

async function begin(
  deps: Deps,
  { ssd, census, older, acceptFewer, preview }: ImportOptions,
  actorId: string | null,
): Promise<string> {
  const { startImport } = await import('../commands/startImport.js')
  const { ExtractRefused } = await import('../../activities/import/finding.js')
  const { NotAllowed } = await import('../commands/notAllowed.js')
  try {
    return await startImport(deps, {
      source: ssd === undefined ? 'census' : 'ssd',
      folder: path.resolve(ssd ?? census ?? ''),
      older: older === true,
      acceptFewer: acceptFewer ?? [],
      wait: preview === true,
      actorId,
    })
  } catch (error) {
    if (error instanceof NotAllowed) throw new CommandFailed(EXIT.refused, error.message)
    throw error instanceof ExtractRefused ? new CommandFailed(EXIT.usage, error.message) : error
  }
}

/** Obligations that a preview lists to read, and at most as JSON. */
const SHOWN = 12
const EVERY = 100_000

interface Found {
  readonly findings: readonly Finding[]
  readonly changes: readonly ImportChange[]
}

async function print(progress: ImportProgress, { findings, changes }: Found, json: boolean, io: Io): Promise<void> {
  const { id, source, asAt, state, read, cases, newFacts, preview } = progress
  if (json) {
    io.out(
      `${JSON.stringify({ format: 1, source, run: id, asAt, state, read, cases, newFacts, preview, changes, findings }, null, 2)}\n`,
    )
    return
  }
  const { findingsReport } = await import('./findingsReport.js')
  const { previewText } = await import('./previewText.js')
  if (state === 'waiting') {
    if (preview !== null) io.out(previewText(preview, changes))
    io.out(`\n${findingsReport(findings)}\n`)
    io.out(
      `Nothing has been written. Bring it in: caseclock import --apply ${id} --as YOU\nOr not:          caseclock import --give-up ${id} --as YOU\n`,
    )
    return
  }
  io.out(
    `Import ${id} of ${asAt} is ${state}: ${String(newFacts)} facts written on ${String(cases.changed)} cases, ${String(cases.applied - cases.changed)} looked at and the same\n`,
  )
  if (preview !== null) io.out(previewText(preview, changes))
  io.out(`\n${findingsReport(findings)}`)
}
