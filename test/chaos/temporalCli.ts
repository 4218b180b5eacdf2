import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TestTown } from '../servers/testTown'

const run = promisify(execFile)

/** Runs one command of the real `temporal` program in the namespace of a town, and answers what it printed. Throws when it ends with another code than 0. */
export async function temporalCli(town: TestTown, ...words: readonly string[]): Promise<string> {
  const binary = process.env['CASECLOCK_TEMPORAL_BINARY']
  if (binary === undefined)
    throw new Error('CASECLOCK_TEMPORAL_BINARY is not set. Run the tests with `npm test`, which finds the program.')
  const { TEMPORAL_ADDRESS: address = '' } = town.environment()
  const { stdout } = await run(binary, [...words, '--address', address, '--namespace', town.namespace])
  return stdout
}

/** What `temporal workflow count` says: every run, closed ones too. */
export async function workflowCount(town: TestTown): Promise<number> {
  const said = await temporalCli(town, 'workflow', 'count')
  const count = /^Total: (\d+)$/m.exec(said)?.[1]
  if (count === undefined) throw new Error(`temporal workflow count said something else than a total: ${said}`)
  return Number(count)
}
