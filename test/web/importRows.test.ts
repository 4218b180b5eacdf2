import { changesTable, findingsTable, previewLines, runsTable } from '../../client/web/import/importRows'
import { runWords } from '../../client/web/import/runWords'
import { knownName } from '../../client/web/import/knownName'
import { notText } from '../../client/web/import/notText'
import { sheetOf, turned } from '../../client/web/app/sheets'
import type { ImportProgress } from '../../client/queries/importProgress'

const texts = (rows: readonly (readonly { readonly text: string }[])[]): string[][] =>
  rows.map((row) => row.map(({ text }) => text))

const run = (more: Partial<ImportProgress>): ImportProgress => ({
  ...{
    id: 'r',
    source: 'ssd',
    asAt: '2026-03-02',
    state: 'applying',
    problem: null,
    read: {},
    newFacts: 0,
    preview: null,
  },
  ...{ findings: 0, cases: { concerned: 60, previewed: 60, applied: 12, changed: 3 } },
  ...more,
})

describe('how far an import is', () => {
  it.each([
    [run({}), 'Bringing in: 12 of 60 cases', 12, 60],
    [
      run({ state: 'previewing', cases: { concerned: 0, previewed: 0, applied: 0, changed: 0 } }),
      'Looking ahead: 0 of 0 cases',
      0,
      1,
    ],
    [run({ state: 'previewing', source: 'census', read: { Child: 9 } }), 'Looking ahead: 60 of 60 cases', 60, 60],
    [run({ state: 'reading', source: 'census' }), 'Reading the census', 0, 1],
  ])('is said in words and as a part that is never more than the whole', (progress, words, done, of) => {
    expect(runWords(progress)).toEqual({ state: progress.state, words, done, of })
  })

  it('is counted in tables while an extract is read', () => {
    const { words, of } = runWords(run({ state: 'reading', read: { ssd_person: 4, ssd_family: 3 } }))
    expect(words).toBe(`Reading: 2 of ${String(of)} tables`)
  })
})

describe('the runs so far', () => {
  const row = { id: 'r1', source: 'census', asAt: '2026-03-02', state: 'waiting', startedAt: new Date(0), findings: 99 }

  it('say who began each and count the findings the reader may see, not all there are', () => {
    const counts = [
      { runId: 'r1', taken: 'warning', many: 2 },
      { runId: 'r1', taken: 'rejected', many: 1 },
      { runId: 'r2', taken: 'rejected', many: 50 },
    ] as const
    const by = { 'import-started': null, 'import-applied': 'Ada Quinn' }
    expect(texts(runsTable([{ ...row, by }], counts).rows)).toEqual([
      ['Census', 'Monday 2 March 2026', 'Waits for a person', '3 findings', 'nobody named', 'Ada Quinn'],
    ])
    expect(texts(runsTable([{ ...row, by: {} }], []).rows)[0]?.slice(3)).toEqual(['None', '', ''])
  })
})

it('says what would change with the days in words', () => {
  const titles = new Map([['core-group', 'Core group']])
  const change = { ref: 'N-1', rule: 'core-group', known: true, many: 2 }
  const { rows } = changesTable(
    [
      { ...change, from: '2026-03-02', to: '2026-03-03' },
      { ...change, from: '2026-03-02', to: null },
      { ...change, known: false, rule: 'unknown', from: null, to: '2026-03-03' },
    ],
    titles,
    false,
  )
  expect(texts(rows)).toEqual([
    ['N-1', 'Core group', 'Due by Tuesday 3 March 2026 instead of Monday 2 March 2026', '2'],
    ['N-1', 'Core group', 'No longer due; was due by Monday 2 March 2026', '2'],
    ['N-1', 'unknown', 'New, due by Tuesday 3 March 2026', '2'],
  ])
  expect(rows.map(([ref]) => ref?.href)).toEqual(['/cases/N-1', '/cases/N-1', undefined])
})

it('names file and line of a finding, and what to do', () => {
  const about = { kind: 'not-a-day', record: '7', field: 'x', problem: 'No such day.', taken: 'rejected' } as const
  const { rows } = findingsTable([
    { ...about, file: 'ssd_cp_visits.csv', line: 26, ref: 'N/1' },
    { ...about, file: 'ssd_cp_visits.csv', line: null, ref: null },
  ])
  expect(rows[0]?.[0]).toEqual({ text: 'ssd_cp_visits.csv, line 26' })
  expect(rows[0]?.[1]).toEqual({ text: 'N/1', href: '/cases/N%2F1' })
  expect(texts(rows)[1]?.slice(0, 2)).toEqual(['ssd_cp_visits.csv', ''])
})

it('gives the preview in three sentences', () => {
  const lines = previewLines({
    cases: { new: 1, changed: 2, same: 3 },
    facts: { added: 4, changed: 5, takenBack: 6 },
    ...{ obligations: { appear: 7, move: 8, go: 9 }, told: [] },
  })
  expect(lines[2]).toBe('What’s due: 7 new, 8 on another day, 9 no longer')
})

describe('the name of an uploaded file', () => {
  it.each([
    ['ssd_person.csv', 'ssd_person.csv'],
    ['C:\\extract\\SSD_Person.CSV', 'ssd_person.csv'],
    ['../../../etc/ssd_person.csv', 'ssd_person.csv'],
    ['cin census 2026.xml', 'census.xml'],
    ['../up.xml', 'census.xml'],
    ['manifest.json', 'manifest.json'],
    ['.xml', undefined],
    ['ssd_person.csv/..', undefined],
    ['ssd_person.csv\u0000.png', undefined],
    ['passwd', undefined],
    ['', undefined],
  ])('%j is kept as %j', (given, kept) => {
    expect(knownName(given)).toBe(kept)
  })
})

describe('a file that is not what its name says', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  it.each([
    ['ssd_person.csv', 'PK\u0003\u0004', /spreadsheet/],
    ['ssd_person.csv', 'p\u0000e\u0000', /UTF-8/],
    ['ssd_person.csv', '<html>', /not CSV/],
    ['census.xml', 'a,b', /no XML/],
  ])('%s that begins %j is refused', (name, begins, problem) => {
    expect(notText(name, bytes(begins))).toMatch(problem)
  })
  it.each([
    ['ssd_person.csv', '\ufeffpers_person_id,a'],
    ['census.xml', '\ufeff<?xml version="1.0"?>'],
    ['manifest.json', '{"as_at":'],
  ])('%s that begins %j is taken', (name, begins) => {
    expect(notText(name, bytes(begins))).toBeUndefined()
  })
})

describe('a long list', () => {
  it.each([
    [{}, 1],
    [{ page: '3' }, 3],
    [{ page: '0' }, 1],
    [{ page: '-1' }, 1],
    [{ page: 'x' }, 1],
    [{ page: ['2', '3'] }, 1],
  ])('is opened at a page there can be: %j', (query, number) => {
    expect(sheetOf(query).number).toBe(number)
  })
  it('says where it goes on', () => {
    const rows = Array.from({ length: 101 }, (_, index) => index)
    const page = turned(rows, sheetOf({ page: '2' }), (number) => `/list?page=${String(number)}`)
    expect([page.rows.length, page.previous, page.next]).toEqual([100, '/list?page=1', '/list?page=3'])
  })
})
