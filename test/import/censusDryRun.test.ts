import { runImport, type ImportOptions } from '../../client/cli/importCommand'
import { CommandFailed, EXIT } from '../../client/cli/io'
import { censusFolder, childEl, message, xmlOf, type CensusFolder } from './smallCensus'

const census = (received: string): string =>
  xmlOf(message([childEl('1', [['CINdetails', [['CINreferralDate', received]]]]), childEl('2', [])]))

describe('import --census', () => {
  let folder: CensusFolder
  beforeEach(() => {
    folder = censusFolder()
  })
  afterEach(() => {
    folder.remove()
  })

  type Options = Omit<ImportOptions, 'data'>
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
  beforeEach(() => Object.assign(said, { out: '', err: '' }))
  const run = async (options: Options) => ({
    code: await runImport({ ...options, data: folder.folder }, io),
    ...said,
  })
  const refused = async (options: Options) => {
    const failed: unknown = await run(options).catch((error: unknown) => error)
    if (!(failed instanceof CommandFailed)) throw new Error('the command did not fail as it should')
    return { failed, ...said }
  }

  it('--dry-run --json prints only the JSON of the contract, and ends with 0', async () => {
    const { code, out, err } = await run({ census: folder.write(census('2025-06-02')), dryRun: true, json: true })
    expect({ code, err }).toEqual({ code: EXIT.done, err: '' })
    expect(JSON.parse(out)).toEqual({
      format: 1,
      source: 'census',
      read: {
        Child: 2,
        CINdetails: 1,
        Assessments: 0,
        CINPlanDates: 0,
        Section47: 0,
        ChildProtectionPlans: 0,
        CPPreviewDate: 0,
      },
      cases: 2,
      openCases: 1,
      children: 2,
      people: 0,
      teams: 0,
      events: { 'referral-received': 1 },
      findings: [],
    })
  })

  it('ends with 1 when something was found, and keeps the rest of the child', async () => {
    const { code, out } = await run({ census: folder.write(census('2025-02-30')), dryRun: true, json: true })
    expect(code).toBe(EXIT.problems)
    expect(JSON.parse(out)).toMatchObject({
      children: 2,
      findings: [
        {
          file: 'census.xml',
          record: '1',
          field: 'CINreferralDate',
          taken: 'rejected',
          line: expect.any(Number) as number,
        },
      ],
    })
  })

  it('refuses a census that is cut short with 2, and prints nothing', async () => {
    const { failed, out } = await refused({
      census: folder.write(census('2025-06-02').slice(0, -20)),
      dryRun: true,
      json: true,
    })
    expect({ code: failed.exitCode, out }).toEqual({ code: EXIT.usage, out: '' })
    expect(failed.message).toMatch(/^census\.xml, line \d+: the file is cut short.*nothing was imported\.$/)
  })

  it.each([
    ['neither a census nor an extract', {}, 'Say what to import'],
    ['both', { census: 'a.xml', ssd: 'b', dryRun: true }, 'either --ssd and a folder, or --census'],
    ['a preview of nothing', { preview: true }, 'Say what to import'],
  ])('refuses %s with 2, and says what to do', async (_, options, says) => {
    const { failed } = await refused(options)
    expect(failed.exitCode).toBe(EXIT.usage)
    expect(failed.message).toContain(says)
  })
})
