import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { pictureOf } from '../domain/svgOf'
import { cohortFolder, HEADER, run } from './cohortRun'

const { folder, fileOf, published, remove } = cohortFolder()
afterAll(remove)

const rows = (text: string): readonly Record<string, string>[] => parse(text, { columns: true })

describe('caseclock cohort --input', () => {
  it('prints the JSON of contracts.md 5 and nothing beside it', async () => {
    const { code, out, err } = await run({ input: published(), json: true })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual({
      format: 1,
      cohorts: [
        {
          ...{ cohort: '2017', children: 193, priorCpp: { n: 44, of: 193 } },
          ...{ priorCppFollowUp3m: { n: 13, of: 44 }, noPriorCppFollowUp3m: { n: 73, of: 149 } },
          ...{ cpp3m: { n: 86, of: 193 }, cpp6m: { n: 86, of: 193 } },
          ...{ outcome20: { n: 92, of: 193 }, communityResolution: { n: 0, of: 193 } },
        },
        {
          ...{ cohort: '2019', children: 201, priorCpp: { n: 51, of: 201 } },
          ...{ priorCppFollowUp3m: { n: 8, of: 51 }, noPriorCppFollowUp3m: { n: 39, of: 150 } },
          ...{ cpp3m: { n: 47, of: 201 }, cpp6m: { n: 51, of: 201 } },
          ...{ outcome20: { n: 1, of: 201 }, communityResolution: { n: 22, of: 201 } },
        },
      ],
      differences: [
        { measure: 'outcome20', from: '2017', to: '2019', difference: -0.4717, t: 13.22 },
        { measure: 'communityResolution', from: '2017', to: '2019', difference: 0.1095, t: -4.86 },
        { measure: 'cpp3m', from: '2017', to: '2019', difference: -0.2118, t: 4.55 },
        { measure: 'cpp6m', from: '2017', to: '2019', difference: -0.1919, t: 4.07 },
      ],
    })
  })

  it('shows the two cohorts beside the published figures, and each is the same', async () => {
    const { out } = await run({ input: published(), published: true })
    const cells = out.split('\n').map((text) => text.split(/ {2,}/))
    const figures = cells.filter(([first]) => /CPP|Outcome|Community|Children/.test(first ?? '') && cells.length > 4)
    const [shown] = [figures.filter((row) => row.length === 5)]
    expect(shown).toHaveLength(8)
    for (const [, own2017, published2017, own2019, published2019] of shown)
      expect([own2017, own2019]).toEqual([published2017, published2019])
    const t = cells.filter((row) => row.length === 6 && row[1] === '2017').map((row) => row.slice(-2))
    expect(t).toEqual([13.22, -4.86, 4.55, 4.07].map((value) => [value.toFixed(2), value.toFixed(2)]))
  })

  it('prints no percentage without its denominator', async () => {
    const { out } = await run({ input: published() })
    expect(out.match(/[\d.]+ %/g)?.length).toBe(14)
    expect(out.match(/\d+\/\d+ \([\d.]+ %\)/g)?.length).toBe(14)
    const csv = rows((await run({ input: published(), csv: true })).out)
    for (const { percent, n, of } of csv) expect((percent === '') === (n === '' || of === '')).toBe(true)
  })

  it('reads its own rows again and counts the same', async () => {
    const before = JSON.parse((await run({ input: published(), json: true })).out) as unknown
    const { out } = await run({ input: published(), rows: true })
    expect(JSON.parse((await run({ input: fileOf(out), json: true })).out)).toEqual(before)
  })

  it.each(['cpp3m', 'cpp3m-of', 'priorCppFollowUp3m', 'outcome20', 'children'])(
    '--rows %s lists as many children as the figure says',
    async (name) => {
      const found = rows((await run({ input: published(), rows: name })).out)
      const of = (cohort: string): number => found.filter((row) => row['cohort'] === cohort).length
      const expected = { cpp3m: [86, 47], 'cpp3m-of': [193, 201], priorCppFollowUp3m: [13, 8] }
      const more = { outcome20: [92, 1], children: [193, 201] }
      expect([of('2017'), of('2019')]).toEqual({ ...expected, ...more }[name])
    },
  )

  it('hides small counts everywhere: text, JSON, CSV and chart', async () => {
    const input = published()
    const svg = path.join(folder, 'chart.svg')
    const { out } = await run({ input, suppress: true, svg })
    expect(out).toContain('<5/201')
    expect(out).not.toMatch(/ 1\/201|51\/201 .*51\/201/)
    const { suppressedBelow, cohorts, differences } = JSON.parse(
      (await run({ input, suppress: '5', json: true })).out,
    ) as {
      suppressedBelow: number
      cohorts: readonly Record<string, unknown>[]
      differences: readonly { measure: string; difference: number | null }[]
    }
    expect(suppressedBelow).toBe(5)
    expect([cohorts[1]?.['outcome20'], cohorts[1]?.['cpp6m']]).toEqual([
      { n: null, of: 201, suppressed: '<5' },
      { n: null, of: 201, suppressed: 'not shown' },
    ])
    expect(differences.filter(({ difference }) => difference === null).map(({ measure }) => measure)).toEqual([
      'outcome20',
      'cpp6m',
    ])
    const csv = rows((await run({ input, suppress: true, csv: true })).out)
    expect(csv.find(({ cohort, figure }) => cohort === '2019' && figure === 'outcome20')).toMatchObject({
      ...{ n: '', of: '201', percent: '', why: '<5' },
    })
    expect(pictureOf(readFileSync(svg, 'utf8')).name).toBe('svg')
    expect(readFileSync(svg, 'utf8')).not.toContain('1/201 (0.5 %)')
  })

  it('writes a row for each child for matching, with empty cells for markers that nobody coded', async () => {
    const matching = path.join(folder, 'matching.csv')
    const plain = await run({ input: published(), matching })
    expect(plain.err).toContain('No marker was coded')
    expect(rows(readFileSync(matching, 'utf8'))).toHaveLength(394)
    const coded = `${HEADER},alcohol,drugs\n2019,c1,2019-08-10,no,2019-09-01,not-recorded,yes,\n`
    expect((await run({ input: fileOf(coded), matching })).err).toContain('An empty marker was not coded.')
    expect(rows(readFileSync(matching, 'utf8'))).toEqual([
      {
        ...{ cohort: '2019', child: 'c1', index_date: '2019-08-10', age: '', adult_mental_health: '', alcohol: 'yes' },
        ...{ drugs: '', domestic_violence: '', physical_assault: '', poor_living_conditions: '', medical_problems: '' },
        ...{ prior_cpp: 'no', cpp_3m: 'yes', cpp_6m: 'yes', outcome_20: '', community_resolution: '' },
      },
    ])
  })

  it('says which child contradicts itself, and ends with 1', async () => {
    const { code, out, err } = await run({ input: fileOf(`${HEADER}\n2019,c1,2019-08-10,no,2018-09-01,other\n`) })
    expect([code, out.length > 0]).toEqual([1, true])
    expect(err).toContain('line 2: prior_cpp is no, and cpp_dates has 1 September 2018')
  })

  it('says that a window is not over, where a file says nothing of how long children were followed', async () => {
    const { code, err } = await run({ input: fileOf(`${HEADER}\n2199,c1,2199-01-10,no,,other\n`) })
    expect([code, err]).toEqual([0, expect.stringContaining('1 child has a six-month window that is not over today')])
  })

  it('takes a byte order mark, CR LF, quotes over lines, columns in any order and space around cells', async () => {
    const text = `\uFEFFchild,cohort,index_date,prior_cpp,outcome,cpp_dates\r\n"c\r\n1",2019, 2019-08-10 ,yes,outcome-20,2019-08-11;2019-08-12\r\n\r\n`
    const refused = await run({ input: fileOf(text) })
    expect(refused.err).toContain('line 2, child: there is a character that does not show (U+000D)')
    const { code, out } = await run({ input: fileOf(text.replace('"c\r\n1"', '"c,1"')), json: true })
    expect([code, JSON.parse(out)]).toMatchObject([0, { cohorts: [{ cohort: '2019', cpp3m: { n: 1, of: 1 } }] }])
  })
})
