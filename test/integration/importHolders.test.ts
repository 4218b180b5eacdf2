import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { LocalDate } from '@js-joda/core'
import { personId } from '../../activities/import/mapping/mapContext'
import { loadReader } from '../../client/queries/reading/loadReader'
import { readableCase } from '../../client/queries/reading/readableCase'
import { ONE_CHILD, smallExtract } from '../import/smallExtract'
import { withManifest } from '../import/withManifest'
import { importInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const [NORTH, SOUTH] = ['10', '12'] as const
const worker = (id: string, team: string) => ({
  prof_professional_id: id,
  prof_staff_id: `S${id}`,
  prof_professional_name: `Person ${id}`,
  prof_professional_job_title: 'Social Worker',
  prof_professional_department: team,
})
const allocated = (id: string, who: string, from: string, to = '') => ({
  invo_involvements_id: id,
  invo_professional_id: who,
  invo_professional_role_id: 'Allocated Case Worker',
  invo_person_id: '100',
  invo_involvement_start_date: from,
  invo_involvement_end_date: to,
})
const referral = {
  cine_referral_id: '1',
  cine_person_id: '100',
  cine_referral_date: '2026-03-02',
}

describe('a case that an extract gives to somebody else', () => {
  let quiet: QuietTown
  let folder: string
  beforeEach(async () => {
    quiet = await quietTown('2026-03-10')
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-holders-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const take = async (asAt: string, ...involvements: readonly ReturnType<typeof allocated>[]) => {
    smallExtract(folder, {
      ssd_department: [...ONE_CHILD.ssd_department, { dept_team_id: '3', dept_team_name: 'Team South' }],
      ssd_professionals: [worker(NORTH, 'Team North'), worker(SOUTH, 'Team South')],
      ssd_cin_episodes: [referral],
      ssd_involvements: involvements,
    })
    withManifest(folder, asAt)
    await importInto(quiet, { folder })
  }
  const opens = async (who: string): Promise<boolean> => {
    const reader = await loadReader(quiet.db, personId(who), LocalDate.parse('2026-03-10'))
    if (reader === undefined) throw new Error(`${who} is not in post.`)
    return (await readableCase(quiet.db, reader, 'N-500')) !== undefined
  }
  const both = async () => ({ north: await opens(NORTH), south: await opens(SOUTH) })

  it('is closed to the one and open to the other with the import itself, before any plan', async () => {
    await take('2026-03-09', allocated('1', NORTH, '2026-03-03'))
    await quiet.plan()
    expect(await both()).toEqual({ north: true, south: false })
    await take('2026-03-10', allocated('1', NORTH, '2026-03-03', '2026-03-09'), allocated('2', SOUTH, '2026-03-09'))
    expect(await both()).toEqual({ north: false, south: true })
  })

  it('that is nobody’s any more is closed to whoever had it', async () => {
    await take('2026-03-09', allocated('1', NORTH, '2026-03-03'))
    await quiet.plan()
    await take('2026-03-10', allocated('1', NORTH, '2026-03-03', '2026-03-09'))
    expect(await both()).toEqual({ north: false, south: false })
  })
})
