import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Finding } from '../../activities/import/finding'
import { readTable } from '../../activities/import/readTable'
import type { SsdRow } from '../../activities/import/ssdRow'

const HEADER = 'fami_table_id,fami_family_id,fami_person_id'

describe('reading a table', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-table-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = async (
    text: string | Buffer,
  ): Promise<{ rows: SsdRow[]; findings: Finding[]; unreadable: string[] }> => {
    writeFileSync(path.join(folder, 'ssd_family.csv'), text)
    const rows: SsdRow[] = []
    const findings: Finding[] = []
    const unreadable: string[] = []
    const reading = {
      found: (finding: Finding) => void findings.push(finding),
      unreadable: (id: string) => void unreadable.push(id),
    }
    for await (const row of readTable(folder, 'ssd_family', reading)) rows.push(row)
    return { rows, findings, unreadable }
  }

  it('goes on to the next row only when what cannot be read has been dealt with, and shows life on the way', async () => {
    const broken = Array.from({ length: 2_500 }, (_, index) => `${String(index)},one cell less`)
    writeFileSync(path.join(folder, 'ssd_family.csv'), [HEADER, ...broken, ',a,no id', '9000,a,x', ''].join('\n'))
    let [atOnce, most, beats] = [0, 0, 0]
    const unreadable = async (): Promise<void> => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await new Promise(setImmediate)
      atOnce -= 1
    }
    const beat = (): void => void (beats += 1)
    const rows: string[] = []
    for await (const { id } of readTable(folder, 'ssd_family', { found: () => undefined, unreadable, beat }))
      rows.push(id)
    expect({ rows, most, beats }).toEqual({ rows: ['9000'], most: 1, beats: 2 })
  })

  it.each(['\n', '\r\n'])('knows the physical line on which each record starts (line end %j)', async (end) => {
    const lines = [HEADER, '1,a,x', `2,"b${end}b${end}b",x`, '3,c,x', '', `4,"d${end}",x`, '5,e,x', '', '']
    const { rows } = await read(lines.join(end))
    expect(rows.map(({ id, line }) => [id, line])).toEqual([
      ['1', 2],
      ['2', 3],
      ['3', 6],
      ['4', 8],
      ['5', 10],
    ])
  })

  it('one stray line end does not join the rest of the file to one row', async () => {
    const { rows, findings } = await read(`${HEADER}\r\n1,a,x\n2,b,x\r\n3,c,x\n`)
    expect(findings).toEqual([])
    expect(rows.map(({ id, line }) => [id, line])).toEqual([
      ['1', 2],
      ['2', 3],
      ['3', 4],
    ])
  })

  it('counts an exact repeat once, and rejects the same id with other values, naming both lines', async () => {
    const { rows, findings } = await read(`${HEADER}\n1,a,x\n1,a,x\n1,b,x\n`)
    expect(rows).toHaveLength(1)
    expect(findings).toEqual([
      {
        kind: 'repeated-id',
        file: 'ssd_family.csv',
        line: 4,
        record: '1',
        field: 'fami_table_id',
        taken: 'rejected',
        problem: expect.stringContaining('line 2 and again on line 4') as string,
      },
    ])
  })

  it.each([
    ['too few cells', '2,b', null, 'unreadable-row'],
    ['too many cells', '2,b,x,y', null, 'unreadable-row'],
    ['a NUL byte', '2,b\u0000,x', 'fami_family_id', 'unreadable-row'],
    ['a million characters', `2,${'b'.repeat(1_000_000)},x`, 'fami_family_id', 'unreadable-row'],
    ['no id', ',b,x', 'fami_table_id', 'missing-value'],
    ['an id a spreadsheet rewrote', '7.1E+06,b,x', 'fami_table_id', 'mangled-id'],
  ])('leaves a row with %s out, says that the record stands there, and takes the rest', async (_, row, field, kind) => {
    const { rows, findings, unreadable } = await read(`${HEADER}\n1,a,x\n${row}\n3,c,x\n`)
    expect(rows.map(({ id }) => id)).toEqual(['1', '3'])
    expect(findings).toEqual([expect.objectContaining({ kind, line: 3, field, taken: 'rejected' })])
    expect(unreadable).toEqual([row.split(',')[0]])
  })

  it('takes a cell that is no UTF-8, with a warning', async () => {
    const { rows, findings } = await read(Buffer.from(`${HEADER}\n1,a\u00e9,x\n`, 'latin1'))
    expect(rows).toHaveLength(1)
    expect(findings).toEqual([expect.objectContaining({ line: 2, field: 'fami_family_id', taken: 'warning' })])
  })

  it.each([
    ['an empty file', '', 'ssd_family.csv, line 1: the file is empty'],
    [
      'a column that stands twice',
      `${HEADER},fami_family_id\n`,
      'ssd_family.csv, line 1: column fami_family_id stands twice',
    ],
    [
      'a quote that never closes, and says where it opens',
      `${HEADER}\n1,"a\na",x\n2,"b,x\n3,c,x\n`,
      'ssd_family.csv, line 4: the file cannot be read to its end (a quote was opened and never closed)',
    ],
    [
      'a quote that never closes in a long file',
      `${HEADER}\r\n1,"a\r\na",x\r\n2,"b,x\r\n${'3,c,x\r\n'.repeat(1_200_000)}`,
      'ssd_family.csv, line 4: the file cannot be read to its end (one row is longer than 8 MB',
    ],
    [
      'a quote in the middle of a cell',
      `${HEADER}\n1,a,x\n2,b"b,x\n`,
      'ssd_family.csv, line 3: the file cannot be read to its end',
    ],
  ])('refuses %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })

  it('refuses what is no file, and does not wait for ever', async () => {
    mkdirSync(path.join(folder, 'ssd_family.csv'))
    await expect(readTable(folder, 'ssd_family', { found: () => undefined }).next()).rejects.toThrow(
      'ssd_family.csv: the file cannot be read to its end',
    )
  })
})
