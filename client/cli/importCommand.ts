import { ExtractRefused } from '../../activities/import/finding'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { importSummary } from './importSummary'
import { londonToday } from './londonToday'

export interface ImportOptions {
  readonly ssd: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly data: string
}

/** `caseclock import`: reads an extract; with --dry-run says what would be taken, else writes it and nudges the cases that changed. */
export async function runImport({ ssd, dryRun, json, data }: ImportOptions, io: Io): Promise<ExitCode> {
  const extract = await readSsdExtract(ssd, londonToday().toString()).catch((error: unknown) => {
    throw error instanceof ExtractRefused ? new CommandFailed(EXIT.usage, error.message) : error
  })
  if (dryRun !== true) {
    const { applyExtract } = await import('../../activities/import/applyExtract.js')
    const { withProcesses } = await import('./connect.js')
    await withProcesses(data, io.err, async ({ db, processes }) => {
      const { changed, newEvents } = await applyExtract(db, extract, () => undefined)
      io.err(`${String(newEvents)} new facts on ${String(changed.length)} cases\n`)
      await processes.nudge(changed.map((id) => ({ type: 'caseTimeline', id })))
    })
  }
  importSummary(extract, json === true, io)
  return extract.findings.length > 0 ? EXIT.problems : EXIT.done
}
