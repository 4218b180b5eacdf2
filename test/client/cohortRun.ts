import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCohort } from '../../client/cli/cohort/cohortCommand'
import type { CohortOptions } from '../../client/cli/cohort/cohortOptions'
import { CommandFailed } from '../../client/cli/io'
import type { CohortRow } from '../../domain/cohort/cohortRow'
import { publishedRows } from '../domain/cohort/publishedRows'

export const HEADER = 'cohort,child,index_date,prior_cpp,cpp_dates,outcome'

/** A folder for the files of one test file. */
export const cohortFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'caseclock-cohort-'))
  const fileOf = (content: string | Buffer): string => {
    const file = path.join(folder, 'rows.csv')
    writeFileSync(file, content)
    return file
  }
  return {
    folder,
    fileOf,
    /** The generated rows of both published cohorts. */
    published: (): string => fileOf([HEADER, ...publishedRows().map(line)].join('\n')),
    remove: () => {
      rmSync(folder, { recursive: true })
    },
  }
}

const line = ({ cohort, child, indexDate, priorCpp, cppDates, outcome }: CohortRow): string =>
  [cohort, child, indexDate, priorCpp === true ? 'yes' : 'no', cppDates.join(';'), outcome].join(',')

/** What the command said, and the code it ended with. */
export async function run(options: Partial<CohortOptions>): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
  try {
    return { code: await runCohort({ data: '.none', ...options }, io), ...said }
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    return { code: error.exitCode, out: said.out, err: error.message }
  }
}
