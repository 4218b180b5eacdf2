import path from 'node:path'
import type { CohortOptions } from '../../client/cli/cohort/cohortOptions'
import { cohortFolder, HEADER, run } from './cohortRun'

const { folder, fileOf, published, remove } = cohortFolder()
afterAll(remove)

const row = (more: Partial<Record<string, string>> = {}): string =>
  Object.values({
    ...{ cohort: '2019', child: 'c1', on: '2019-08-10', prior: 'no', dates: '', outcome: 'other', ...more },
  }).join(',')

describe('a file that cannot be taken ends with 2, its line, its column and what to do, and prints nothing', () => {
  const withHeader = (...lines: readonly string[]): string => [HEADER, ...lines].join('\n')
  it.each<{ what: string; content: string | Buffer; says: string }>([
    { what: 'an empty file', content: '', says: 'it is empty. Its first line is cohort,child' },
    { what: 'a header alone', content: HEADER, says: 'there is no child under the header' },
    { what: 'a missing column', content: 'cohort,child\na,b', says: 'line 1: column index_date, prior_cpp' },
    { what: 'a column nobody knows', content: `${HEADER},colour\n`, says: 'line 1: there is no column "colour"' },
    { what: 'a column twice', content: `${HEADER},child\n`, says: 'column child stands twice' },
    { what: 'semicolons', content: HEADER.replaceAll(',', ';'), says: 'not parted by commas' },
    { what: 'a cell too few', content: withHeader(row(), '2019,c2'), says: 'line 3: it has 2 cells, the header 6' },
    {
      what: 'a child twice',
      content: withHeader(row(), row()),
      says: 'line 3, child: this child stands in cohort 2019 twice, first on line 2',
    },
    { what: 'no id', content: withHeader(row({ child: '' })), says: 'line 2, child: it is empty' },
    {
      what: 'a day that does not exist',
      content: withHeader(row({ on: '2019-02-30' })),
      says: 'line 2, index_date: it is not a day that exists',
    },
    {
      what: 'a day written otherwise',
      content: withHeader(row({ on: '10/08/2019' })),
      says: 'Write it as 2019-08-10. Found "10/08/2019"',
    },
    {
      what: 'a start that does not exist',
      content: withHeader(row({ dates: '2019-09-01;2019-09-31' })),
      says: 'line 2, cpp_dates: one of them is not a day',
    },
    {
      what: 'a start that is missing',
      content: withHeader(row({ dates: '2019-09-01;' })),
      says: 'a date between two semicolons is missing',
    },
    {
      what: 'neither yes nor no',
      content: withHeader(row({ prior: '1' })),
      says: 'line 2, prior_cpp: it is neither yes nor no',
    },
    {
      what: 'an outcome nobody knows',
      content: withHeader(row({ outcome: 'caution' })),
      says: 'line 2, outcome: there is no such outcome',
    },
    {
      what: 'no outcome',
      content: withHeader(row({ outcome: '' })),
      says: 'or not-recorded where the police recorded none',
    },
    { what: 'a NUL', content: withHeader(row(), row({ child: 'c\u00002' })), says: 'line 3: there is a NUL character' },
    { what: 'a hidden character', content: withHeader(row({ child: 'c\u202e2' })), says: '(U+202E)' },
    {
      what: 'an open quote',
      content: withHeader(row(), '"2019,c2'),
      says: 'line 3: the file cannot be read to its end (a quote was opened',
    },
    {
      what: 'another alphabet',
      content: Buffer.from(withHeader(row(), row({ child: 'é' })), 'latin1'),
      says: 'line 3: there are letters that are not UTF-8',
    },
    { what: 'UTF-16', content: Buffer.from(`\uFEFF${HEADER}`, 'utf16le'), says: 'the file is UTF-16' },
    { what: 'too many bytes', content: Buffer.alloc(5 * 2 ** 20 + 1, 'a'), says: 'it is larger than 5 MB' },
    {
      what: 'columns that changed places',
      content: withHeader(...Array.from({ length: 21 }, (_, at) => row({ cohort: `c${String(at)}` }))),
      says: 'there are 21 cohorts',
    },
    {
      what: 'another anchor',
      content: `${HEADER},anchor\n${row()},referral\n${row({ child: 'c2' })},closure\n`,
      says: 'line 3, anchor: anchors are never mixed',
    },
    {
      what: 'windows of two kinds',
      content: `${HEADER},windows_from\n${row()},2019-09-30\n${row({ child: 'c2' })},\n`,
      says: 'line 3, windows_from: windows from the index date and from the end of a sample period are never mixed',
    },
    {
      what: 'two ends of one sample period',
      content: `${HEADER},windows_from\n${row()},2019-09-30\n${row({ child: 'c2' })},2019-10-31\n`,
      says: 'windows_from: the sample period of a cohort has one end',
    },
    {
      what: 'no reason',
      content: `${HEADER},followed_to,not_followed\n${row()},2019-10-01,\n`,
      says: 'line 2, not_followed: it has to say why',
    },
  ])('$what', async ({ content, says }) => {
    const { code, out, err } = await run({ input: fileOf(content) })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(path.join(folder, 'rows.csv'))
    expect(err).toContain(says)
  })

  it('many problems: the first twenty in the order of the file, and how many more', async () => {
    const lines = Array.from({ length: 30 }, () => row({ prior: 'maybe' }))
    const { err } = await run({ input: fileOf([HEADER, ...lines].join('\n')) })
    const said = err.split('\n')
    expect([said.length, said[0]?.includes('line 2,'), said.at(-1)]).toEqual([21, true, 'and 10 more.'])
  })

  it.each<{ options: Partial<CohortOptions>; says: string }>([
    { options: {}, says: 'Give --input, or --from, --to and --anchor' },
    { options: { input: 'x.csv', anchor: 'referral' }, says: '--anchor asks the database, and --input a file' },
    { options: { input: 'x.csv', rows: true, suppress: true }, says: '--rows prints a row for each child' },
    { options: { input: 'x.csv', matching: 'm.csv', suppress: true }, says: '--matching writes a row for each child' },
    { options: { input: 'x.csv', suppress: '2' }, says: '--suppress takes a whole number from 3 to 100' },
    { options: { input: 'x.csv', suppress: 'few' }, says: '--suppress takes a whole number' },
    { options: { input: 'x.csv', svg: 'a', matching: 'a' }, says: '--svg and --matching name one file' },
    { options: { input: 'x.csv', csv: true, rows: true }, says: 'Give either --csv or --rows' },
    { options: { input: '/no/such.csv' }, says: '/no/such.csv: it cannot be read' },
  ])('$says', async ({ options, says }) => {
    const { code, out, err } = await run(options)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })

  it('a list there is not, and a chart in place of the rows', async () => {
    const input = published()
    expect(await run({ input, rows: 'late' })).toMatchObject({ code: 2, out: '' })
    expect((await run({ input, rows: 'late' })).err).toContain('There are all, children, left-out, priorCpp')
    expect((await run({ input, svg: input })).err).toContain('is a file this command reads')
  })
})
