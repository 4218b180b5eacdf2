import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { importFindings } from '../../client/queries/importFindings'
import { stableId } from '../../activities/import/stableId'
import { ONE_CHILD, smallExtract } from '../import/smallExtract'
import { withManifest } from '../import/withManifest'
import { importInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const SIBLINGS = {
  ssd_person: [
    ...ONE_CHILD.ssd_person,
    { pers_person_id: '101', pers_forename: 'Rowan', pers_surname: 'Inkwell', pers_dob: '2017-08-21' },
  ],
  ssd_family: [...ONE_CHILD.ssd_family, { fami_table_id: '1001', fami_family_id: '500', fami_person_id: '101' }],
}
const visit = (id: string, child: string) => ({
  cppv_cp_visit_id: id,
  cppv_person_id: child,
  cppv_cp_visit_date: '2026-11-19',
  cppv_cp_visit_seen: 'Y',
  cppv_cp_visit_seen_alone: 'Y',
})

describe('a visit that a worker recorded for two siblings, and upstream one row of each', () => {
  let quiet: QuietTown
  let folder: string
  beforeEach(async () => {
    quiet = await quietTown('2026-11-20')
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-siblings-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const take = async (asAt: string, ...visits: readonly ReturnType<typeof visit>[]): Promise<readonly string[]> => {
    smallExtract(folder, { ...SIBLINGS, ssd_cp_visits: visits })
    withManifest(folder, asAt)
    const { runId } = await importInto(quiet, { folder })
    return (await importFindings(quiet.db, runId)).map(({ kind, record, news }) => [news, kind, record].join(' '))
  }

  it('the row of one is flagged when it is gone, also while that of the other is there; a new id is no loss', async () => {
    await take('2026-11-20')
    const recorded = { on: '2026-11-19', data: { seen: true, seenAlone: true } }
    await quiet.record({
      ...{ ref: 'N-500', kind: 'visit-made', actorId: stableId('person', 'administrator') },
      ...recorded,
    })
    expect(await take('2026-11-21', visit('v1', '100'), visit('v2', '101'))).toEqual([])
    expect(await take('2026-11-22', visit('v9', '100'), visit('v2', '101'))).toEqual([])
    expect(await take('2026-11-23', visit('v9', '100'))).toEqual(['new vanished v2'])
    expect(await take('2026-11-24', visit('v9', '100'))).toEqual(['still there vanished v2'])
    const [facts] = await quiet.db.$queryRaw<unknown[]>`
      select count(*)::int as visits from chronology_event where kind = 'visit-made'`
    expect(facts).toEqual({ visits: 1 })
  })
})
