import { program } from '../../client/cli/program'
import type { TestTown } from './testTown'

/** What a command line said, and the code it ended with. */
export interface Said {
  readonly code: number | string | null | undefined
  readonly out: string
  readonly err: string
}

/** Types a command as a person does, against a town. */
export async function typed(town: Pick<TestTown, 'environment'>, ...words: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' }
  const hear =
    (where: keyof typeof said) =>
    (text: unknown): boolean => {
      said[where] += String(text)
      return true
    }
  const ears = [
    jest.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(hear('err')),
  ]
  const environment = process.env
  process.env = { ...environment, ...town.environment() }
  try {
    await program().parseAsync(['node', 'caseclock', ...words])
    return { code: process.exitCode, ...said }
  } finally {
    process.env = environment
    process.exitCode = undefined
    for (const ear of ears) ear.mockRestore()
  }
}
