import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { importFindings } from '../../client/queries/importFindings'
import { censusFolder, childEl, DECLARATION, message, xmlOf, type CensusFolder } from '../import/smallCensus'
import { smallExtract } from '../import/smallExtract'
import { importInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const IN_CENSUS = '2026-03-02'
const IN_EXTRACT = '2026-03-05'

describe('where the live extract gives another day than the census before it', () => {
  let quiet: QuietTown
  let folder: CensusFolder
  let extract: string
  beforeAll(async () => {
    quiet = await quietTown('2026-11-20')
    folder = censusFolder()
    extract = mkdtempSync(path.join(os.tmpdir(), 'caseclock-extract-'))
  })
  afterAll(async () => {
    folder.remove()
    rmSync(extract, { recursive: true })
    await quiet.stop()
  })

  const disagreements = async (runId: string): Promise<readonly string[]> =>
    (await importFindings(quiet.db, runId))
      .filter(({ kind }) => kind === 'sources-disagree')
      .map(({ file, record, problem, news }) => `${news}: ${file} ${record ?? ''} ${problem.split('.')[0] ?? ''}`)
  const takeCensus = async (referral: string): Promise<readonly string[]> => {
    const child = childEl('100', [['CINdetails', [['CINreferralDate', referral]]]])
    const file = folder.write(DECLARATION + xmlOf(message([child])))
    return disagreements((await importInto(quiet, { source: 'census', folder: file })).runId)
  }
  const takeExtract = async (referral: string): Promise<readonly string[]> => {
    smallExtract(extract, {
      ssd_cin_episodes: [{ cine_referral_id: '1', cine_person_id: '100', cine_referral_date: referral }],
    })
    return disagreements((await importInto(quiet, { folder: extract })).runId)
  }
  const says = (extractDay: string): string =>
    `ssd_cin_episodes.csv 1 The live extract says referral-received of ${extractDay}, the census ${IN_CENSUS}`

  it('every extract says so, as long as it holds', async () => {
    expect(await takeCensus(IN_CENSUS)).toEqual([])
    expect(await takeExtract(IN_EXTRACT)).toEqual([`new: ${says(IN_EXTRACT)}`])
    expect(await takeExtract(IN_EXTRACT)).toEqual([`still there: ${says(IN_EXTRACT)}`])
    expect(await takeExtract(IN_EXTRACT)).toEqual([`still there: ${says(IN_EXTRACT)}`])
  })

  it('until the extract is corrected', async () => {
    expect(await takeExtract(IN_CENSUS)).toEqual([`gone: ${says(IN_EXTRACT)}`])
    expect(await takeExtract(IN_EXTRACT)).toEqual([`new: ${says(IN_EXTRACT)}`])
  })

  it('or until the census is, which speaks for itself when it comes again', async () => {
    await quiet.moveTo('2026-11-23')
    expect(await takeCensus(IN_CENSUS)).toEqual([
      `new: census.xml 100 The census says referral-received of ${IN_CENSUS}, the live extract ${IN_EXTRACT}`,
    ])
    expect(await takeExtract(IN_EXTRACT)).toEqual([`gone: ${says(IN_EXTRACT)}`])
    expect(await takeCensus(IN_EXTRACT)).toEqual([
      `gone: census.xml 100 The census says referral-received of ${IN_CENSUS}, the live extract ${IN_EXTRACT}`,
    ])
    expect(await takeExtract(IN_EXTRACT)).toEqual([])
  })
})
