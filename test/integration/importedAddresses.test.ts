import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { importFindings } from '../../client/queries/importFindings'
import { ONE_CHILD, smallExtract } from '../import/smallExtract'
import { withManifest } from '../import/withManifest'
import { importInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

type Worker = Readonly<Record<keyof (typeof ONE_CHILD.ssd_professionals)[0], string>>
const [WREN, DOVE] = ONE_CHILD.ssd_professionals
const newcomer: Worker = { ...WREN, prof_professional_id: '77', prof_professional_name: 'Lark Inkpot' }

describe('the addresses of workers, extract after extract', () => {
  let quiet: QuietTown
  let folder: string
  beforeEach(async () => {
    quiet = await quietTown('2026-11-20')
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-addresses-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  /** Takes an extract with these workers. Answers who has which address, and who is a finding. */
  const take = async (asAt: string, ...staff: readonly Worker[]) => {
    smallExtract(folder, { ssd_professionals: [...staff, DOVE] })
    withManifest(folder, asAt)
    const { runId } = await importInto(quiet, { folder, acceptFewer: ['ssd_professionals'] })
    const rows = await quiet.db.$queryRaw<{ who: string; email: string | null }[]>`
      select source_id as who, email from person where source_id in ('10', '77') order by 1`
    const findings = await importFindings(quiet.db, runId)
    return {
      ...Object.fromEntries(rows.map(({ who, email }) => [who, email])),
      found: findings.flatMap(({ kind, record, news }) =>
        kind === 'shared-address' && news !== 'gone' ? [record] : [],
      ),
    }
  }

  it('a second worker with the number of the first: neither gets mail, until the number is corrected', async () => {
    expect(await take('2026-11-20', WREN)).toEqual({ '10': 's10@test.example', found: [] })
    expect(await take('2026-11-21', WREN, newcomer)).toEqual({ '10': null, '77': null, found: ['10', '77'] })
    expect(await take('2026-11-22', WREN, { ...newcomer, prof_staff_id: 'S77' })).toEqual({
      ...{ '10': 's10@test.example', '77': 's77@test.example' },
      found: [],
    })
  })

  it('a number that is given to somebody new takes its address along, from who left and from who is not listed any more', async () => {
    await take('2026-11-20', WREN)
    expect(await take('2026-11-21', newcomer)).toEqual({ '10': null, '77': 's10@test.example', found: [] })
    const left = { ...newcomer, prof_professional_department: 'Leavers' }
    expect(await take('2026-11-22', WREN, left)).toEqual({ '10': 's10@test.example', '77': null, found: [] })
  })

  it("leaves the administrator's address alone", async () => {
    await take('2026-11-20', { ...WREN, prof_staff_id: 'Administrator' })
    const rows = await quiet.db.$queryRaw<unknown[]>`
      select source_id as who from person where email = 'administrator@test.example'`
    expect(rows).toEqual([{ who: 'administrator' }])
  })
})
