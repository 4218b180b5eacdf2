import { isId } from '../commands/isId'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

export interface ImportsOptions {
  readonly csv?: boolean
  readonly json?: boolean
  readonly data: string
}

/** `caseclock imports [run]`: the runs there have been, or what one of them found, beside the run before it. */
export async function runImports(
  run: string | undefined,
  { csv, json, data }: ImportsOptions,
  io: Io,
): Promise<ExitCode> {
  const { withDatabase } = await import('./connect.js')
  const { importFindings, importRuns, isImportRun } = await import('../queries/importFindings.js')
  return withDatabase(data, async (db) => {
    const runs = await importRuns(db)
    if (run === undefined) {
      const { textTable } = await import('./textTable.js')
      if (json === true) io.out(`${JSON.stringify({ format: 1, runs }, null, 2)}\n`)
      else
        io.out(
          textTable(
            ['Run', 'What', 'Of', 'State', 'Findings', 'Begun by', 'Applied by', 'Given up by'],
            runs.map(({ id, source, asAt, state, findings, by }) => [
              ...[id, source, asAt, state, String(findings)],
              ...[who(by['import-started']), who(by['import-applied']), who(by['import-given-up'])],
            ]),
          ),
        )
      return EXIT.done
    }
    const id = run === 'last' ? runs[0]?.id : run
    if (id === undefined || !isId(id) || !(await isImportRun(db, id)))
      throw new CommandFailed(EXIT.usage, `There is no import ${run}. \`caseclock imports\` lists them.`)
    const findings = await importFindings(db, id)
    if (json === true) io.out(`${JSON.stringify({ format: 1, run: id, findings }, null, 2)}\n`)
    else if (csv === true) {
      const { csvText } = await import('../files/csvText.js')
      const { FINDING_KINDS } = await import('../../activities/import/findingKinds.js')
      io.out(
        csvText(
          ['kind', 'what', 'news', 'file', 'line', 'record', 'field', 'taken', 'problem', 'to do'],
          findings.map((one) => [
            one.kind,
            FINDING_KINDS[one.kind].title,
            one.news,
            one.file,
            one.line,
            one.record,
            one.field,
            one.taken,
            one.problem,
            FINDING_KINDS[one.kind].remedy,
          ]),
        ),
      )
    } else io.out((await import('./findingsReport.js')).findingsReport(findings))
    return findings.some(({ news }) => news !== 'gone') ? EXIT.problems : EXIT.done
  })
}

/** Null: nobody was named, as when the machine imports at night. Nothing: it did not happen. */
const who = (name: string | null | undefined): string => (name === undefined ? '' : (name ?? 'nobody named'))
