import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { program } from '../../client/cli/program'
import { importRuns } from '../../client/queries/importFindings'
import { smallExtract } from '../import/smallExtract'
import { withManifest } from '../import/withManifest'
import { addPeople } from '../servers/factsToEvents'
import { takeOn } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

/** The command line as a person types it, with its exit codes. No worker: the test takes the run on. */
describe('caseclock import --as', () => {
  let quiet: QuietTown
  let folder: string
  let said: string
  let environment: NodeJS.ProcessEnv
  beforeAll(async () => {
    quiet = await quietTown('2026-11-23', { namespace: true })
    await addPeople(quiet.town)
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-as-'))
    smallExtract(folder, {})
    withManifest(folder, '2026-11-23')
    environment = process.env
    process.env = { ...environment, ...quiet.town.environment() }
  })
  afterAll(async () => {
    process.env = environment
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })
  beforeEach(() => {
    said = ''
    const hear = (text: unknown): boolean => (said += String(text)) !== ''
    jest.spyOn(process.stderr, 'write').mockImplementation(hear)
    jest.spyOn(process.stdout, 'write').mockImplementation(hear)
  })
  afterEach(() => {
    jest.restoreAllMocks()
    process.exitCode = undefined
  })

  const caseclock = async (...words: readonly string[]): Promise<number | string | null | undefined> => {
    await program().parseAsync(['node', 'caseclock', ...words])
    return process.exitCode
  }
  const runs = () => importRuns(quiet.db)
  /** Types a command that follows a run, and takes the run on as soon as it is in this state. */
  const following = async (state: string, ...words: readonly string[]) => {
    const code = caseclock(...words)
    for (;;) {
      const [run] = await runs()
      if (run?.state === state) {
        await takeOn(quiet, run.id)
        return code
      }
      await wait(10)
    }
  }

  it('refuses a start: 4 for a role that may not, 2 for nobody or for several', async () => {
    expect(await caseclock('import', '--ssd', folder, '--as', 'Person worker')).toBe(4)
    expect(said).toBe(
      'caseclock: Only an administrator, a service manager or somebody above may import a caseload. Ask one of them.\n',
    )
    for (const nobody of ['Nemo', '', ' ', 'Person'])
      expect(await caseclock('import', '--ssd', folder, '--as', nobody)).toBe(2)
    expect(await runs()).toEqual([])
  })

  it('begins, says how to decide, and lets only a named person do it', async () => {
    expect(await following('reading', 'import', '--ssd', folder, '--preview', '--as', 'administrator')).toBe(0)
    const [{ id } = { id: '' }] = await runs()
    expect(said).toContain(`caseclock import --apply ${id} --as YOU`)
    expect(said).toContain(`caseclock import --give-up ${id} --as YOU`)
    said = ''
    expect(await caseclock('import', '--apply', id)).toBe(4)
    expect(said).toMatch(/for a person to say\. Name .* with --as\. Nothing was changed\.\n$/)
    expect(await caseclock('import', '--give-up', id, '--as', 'Person worker')).toBe(4)
    expect((await runs())[0]?.state).toBe('waiting')
    expect(await following('applying', 'import', '--apply', id, '--as', 'Person serviceManager')).toBe(0)
    expect(await caseclock('import', '--give-up', id, '--as', 'administrator')).toBe(2) // it is over
    said = ''
    expect(await caseclock('imports')).toBe(0)
    const [heading = '', line = ''] = said.split('\n')
    expect(heading).toMatch(/Begun by +Applied by +Given up by$/)
    expect(line).toMatch(/ done +0 +Administrator +Person serviceManager$/)
  })

  it('needs nobody at night: the list says so', async () => {
    expect(await following('reading', 'import', '--ssd', folder)).toBe(0)
    said = ''
    expect(await caseclock('imports')).toBe(0)
    expect(said.split('\n')[1]).toMatch(/ done +0 +nobody named$/)
  })
})
