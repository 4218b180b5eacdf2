import { runCensusDryRun } from './censusDryRun'
import { readOrRefuse, runImportDryRun } from './importDryRun'
import { importSummary } from './importSummary'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

export interface ImportOptions {
  /** The folder of an extract, or */
  readonly ssd?: string
  /** the file of a census. */
  readonly census?: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly data: string
}

/** `caseclock import`: reads an extract; with --dry-run says what would be taken, else writes it and nudges the cases that changed. */
export async function runImport({ ssd, census, dryRun, json = false, data }: ImportOptions, io: Io): Promise<ExitCode> {
  if (census !== undefined && ssd === undefined) {
    if (dryRun === true) return runCensusDryRun({ census, json }, io)
    throw new CommandFailed(
      EXIT.usage,
      'A census can only be looked at so far: add --dry-run. Nothing was imported; import the live extract with --ssd.',
    )
  }
  if (census !== undefined || ssd === undefined)
    throw new CommandFailed(EXIT.usage, 'Say what to import: either --ssd and a folder, or --census and a file.')
  if (dryRun === true) return runImportDryRun({ ssd, json }, io)
  const extract = await readOrRefuse(ssd)
  const { applyExtract } = await import('../../activities/import/applyExtract.js')
  const { withProcesses } = await import('./connect.js')
  await withProcesses(data, io.err, async ({ db, processes }) => {
    const { changed, newEvents } = await applyExtract(db, extract, () => undefined)
    io.err(`${String(newEvents)} new facts on ${String(changed.length)} cases\n`)
    await processes.nudge(changed.map((id) => ({ type: 'caseTimeline', id })))
  })
  importSummary(extract, json, io)
  return extract.findings.length > 0 ? EXIT.problems : EXIT.done
}
