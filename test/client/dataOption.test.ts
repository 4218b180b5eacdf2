import { program } from '../../client/cli/program'

/** The folder of a running `up` has one name on every command. `record` keeps its own `--data`, so there it stands before the command. */
describe('--data names the folder', () => {
  const said: string[] = []
  let environment: string | undefined
  beforeEach(() => {
    said.length = 0
    environment = process.env['DATABASE_URL']
    delete process.env['DATABASE_URL']
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  })
  afterEach(() => {
    jest.restoreAllMocks()
    process.exitCode = undefined
    if (environment !== undefined) process.env['DATABASE_URL'] = environment
  })

  it.each([
    ['due', '--data', '/nowhere/a'],
    ['--data', '/nowhere/a', 'due'],
    ['--data', '/nowhere/b', 'due', '--data', '/nowhere/a'],
    ['case', 'N-1', '--data', '/nowhere/a'],
    ['answer', '0195-7', '--acknowledge', '--as', 'X', '--data', '/nowhere/a'],
    ['reconcile', '--data', '/nowhere/a'],
    ['--data', '/nowhere/a', 'record', 'N-1', 'visit-made', '--data', '{"seen":true}', '--as', 'X'],
  ])('%s %s %s', async (...words) => {
    await program().parseAsync(['node', 'caseclock', ...words])
    expect(said.join('')).toContain('Nothing is running on /nowhere/a.')
    expect(process.exitCode).toBe(3)
  })

  it('and no command knows another word for it', () => {
    const flags = program().commands.flatMap(({ options }) => options.map(({ long }) => long))
    expect(flags).toContain('--data')
    expect(flags).not.toContain('--data-folder')
  })
})
