import { readOrRefuse, runImportDryRun } from './importDryRun'
import { importSummary } from './importSummary'
import { EXIT, type ExitCode, type Io } from './io'

export interface ImportOptions {
  readonly ssd: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly data: string
}

/** `caseclock import`: reads an extract; with --dry-run says what would be taken, else writes it and nudges the cases that changed. */
export async function runImport({ ssd, dryRun, json = false, data }: ImportOptions, io: Io): Promise<ExitCode> {
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
