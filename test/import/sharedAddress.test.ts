import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { smallExtract } from './smallExtract'

const worker = (id: string, staffId: string, department = 'Team North') => ({
  prof_professional_id: id,
  prof_staff_id: staffId,
  prof_professional_name: `Imaginary Worker ${id}`,
  prof_professional_job_title: 'Social Worker',
  prof_professional_department: department,
})

describe('an address made from a staff number', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-staff-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = async (...staff: readonly ReturnType<typeof worker>[]) => {
    smallExtract(folder, { ssd_professionals: staff })
    const { people, findings } = await readSsdExtract(folder, '2026-11-20')
    return {
      owners: people.filter(({ ownsAddress }) => ownsAddress).map(({ sourceId }) => sourceId),
      people: people.length,
      found: findings.map(({ kind, record, field, taken }) => [kind, record, field, taken].join(' ')),
      problems: findings.map(({ problem }) => problem),
    }
  }
  const finding = (record: string): string => `shared-address ${record} prof_staff_id warning`

  it('is its one holder', async () => {
    expect(await read(worker('10', 'S10'), worker('12', 'S12'))).toMatchObject({ owners: ['10', '12'], found: [] })
  })

  it.each([
    ['the same number', worker('10', 'S10'), worker('12', 'S10')],
    ['one number in capitals: mail knows none', worker('10', 'S10'), worker('12', 's10')],
    ['no number, and an id that is the number of another', worker('10', ''), worker('12', '10')],
  ])("is nobody's when two in post have %s, and both are two people with a finding", async (_, one, other) => {
    const { owners, people, found, problems } = await read(one, other)
    expect({ owners, people, found }).toEqual({ owners: [], people: 2, found: [finding('10'), finding('12')] })
    expect(problems[0]).toContain('for this worker and worker 12.')
  })

  it('goes on to who has the number now when the one before has left', async () => {
    const { owners, found } = await read(worker('10', 'S10', 'Leavers'), worker('12', 'S10'))
    expect({ owners, found }).toEqual({ owners: ['12'], found: [] })
  })

  it("is nobody's when two who left have it: nobody has to look", async () => {
    const { owners, found } = await read(worker('10', 'S10', 'Leavers'), worker('12', 'S10', 'Leavers'))
    expect({ owners, found }).toEqual({ owners: [], found: [] })
  })

  it("is never the administrator's", async () => {
    const { owners, found } = await read(worker('10', 'Administrator'), worker('12', 'S12'))
    expect({ owners, found }).toEqual({ owners: ['12'], found: [finding('10')] })
  })
})
