import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runImportDryRun } from '../../client/cli/importDryRun'
import { EXIT } from '../../client/cli/io'
import { smallExtract } from './smallExtract'

const visit = {
  cppv_cp_visit_id: 'v1',
  cppv_person_id: '100',
  cppv_cp_visit_date: '2026-03-20',
  cppv_cp_visit_seen: 'Y',
  cppv_cp_visit_seen_alone: 'N',
}

describe('import --dry-run', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-dry-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = async (json: boolean): Promise<{ code: number; out: string; err: string }> => {
    const said = { out: '', err: '' }
    const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
    return { code: await runImportDryRun({ ssd: folder, json }, io), ...said }
  }

  it('prints only the JSON of the contract, and ends with 0', async () => {
    smallExtract(folder, { ssd_cp_visits: [visit] })
    const { code, out, err } = await run(true)
    expect({ code, err }).toEqual({ code: EXIT.done, err: '' })
    expect(JSON.parse(out)).toEqual({
      format: 1,
      source: 'ssd',
      read: expect.objectContaining({ ssd_person: 1, ssd_cp_visits: 1, ssd_cp_plans: 0 }) as unknown,
      cases: 1,
      openCases: 0,
      children: 1,
      people: 2,
      teams: 2,
      events: { 'visit-made': 1 },
      findings: [],
    })
  })

  it('ends with 1 when something was found, and says what, where and how it was taken', async () => {
    smallExtract(folder, { ssd_cp_visits: [{ ...visit, cppv_cp_visit_date: '2026-02-30' }] })
    const { code, out } = await run(true)
    expect(code).toBe(EXIT.problems)
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        {
          file: 'ssd_cp_visits.csv',
          line: 2,
          record: 'v1',
          field: 'cppv_cp_visit_date',
          problem: expect.stringContaining('2026-02-30') as string,
          taken: 'rejected',
        },
      ],
    })
    expect((await run(false)).out).toMatch(
      /1 cases \(0 open\)[^]*Dates that do not exist[^]*1 left out[^]*ssd_cp_visits\.csv, line 2, cppv_cp_visit_date/,
    )
  })

  it('ends with 2 when the folder is no extract or lacks a table, with a sentence and nothing printed', async () => {
    await expect(run(true)).rejects.toMatchObject({
      exitCode: EXIT.usage,
      message: expect.stringContaining('is no extract') as string,
    })
    smallExtract(folder, {})
    rmSync(path.join(folder, 'ssd_cp_reviews.csv'))
    await expect(run(true)).rejects.toMatchObject({
      exitCode: EXIT.usage,
      message: expect.stringContaining('ssd_cp_reviews.csv is missing') as string,
    })
  })
})
