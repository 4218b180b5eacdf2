import { ExtractRefused } from '../../activities/import/finding'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'
import { importSummary } from './importSummary'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { londonToday } from './londonToday'

export interface ImportDryRunOptions {
  /** The folder of the extract. */
  readonly ssd: string
  readonly json?: boolean
}

/** `caseclock import --ssd --dry-run`: what would be taken, and what could not be. Needs no database, writes nothing. */
export async function runImportDryRun({ ssd, json }: ImportDryRunOptions, io: Io): Promise<ExitCode> {
  const extract = await readOrRefuse(ssd)
  importSummary(extract, json === true, io)
  return extract.findings.length > 0 ? EXIT.problems : EXIT.done
}

/** Reads an extract; one that cannot be read ends the command with the sentence that says why. */
export const readOrRefuse = (folder: string): Promise<SsdExtract> =>
  readSsdExtract(folder, londonToday().toString()).catch((error: unknown) => {
    throw error instanceof ExtractRefused ? new CommandFailed(EXIT.usage, error.message) : error
  })
