import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { runForecast } from '../../../client/cli/forecastCommand'
import type { ForecastOptions } from '../../../client/cli/forecastOptions'
import { CommandFailed } from '../../../client/cli/io'
import { runTimeline } from '../../../client/cli/timelineCommand'
import { pictureOf } from '../svgOf'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseclock-forecast-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function factsFile(ref: string, team: string): string {
  const file = path.join(folder, `${ref}.json`)
  const events = [
    { id: 'e1', kind: 'icpc-held', on: '2026-09-01', data: { outcome: 'plan', quorate: true } },
    { id: 'e2', kind: 'plan-started', on: '2026-09-01', data: { plan: 'cpp', category: 'neglect' } },
  ]
  const children = [{ id: 'c1', bornOn: '2019-04-02' }]
  writeFileSync(file, JSON.stringify({ format: 1, case: { ref, team }, children, events }))
  return file
}

async function run(options: ForecastOptions): Promise<{ out: string; err: string; code: number }> {
  let out = ''
  let err = ''
  const io = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
  const code = await runForecast({ today: '2026-11-20', ...options }, io)
  return { out, err, code }
}

interface Printed {
  readonly teams: readonly {
    team: string
    late: { obligations: number }
    weeks: readonly { week: string; monday: string; obligations: number }[]
  }[]
  readonly list: readonly { team: string; week: string }[]
}

const problem = (options: ForecastOptions): Promise<unknown> => run(options).catch((error: unknown) => error)

describe('caseclock forecast --facts', () => {
  it('every week of the JSON is as many as its list, and the CSV says the same', async () => {
    const facts = [factsFile('N-1', 'north'), factsFile('S-1', 'south')]
    const { teams, list } = JSON.parse((await run({ facts, json: true, list: true })).out) as Printed
    expect(teams.map(({ team }) => team)).toEqual(['north', 'south'])
    expect(teams[0]?.weeks).toHaveLength(53)
    expect(teams[0]?.weeks[0]).toMatchObject({ week: '2026-W47', monday: '2026-11-16' })
    const figures = teams.flatMap(({ team, late, weeks }) => [
      [team, 'late', late.obligations],
      ...weeks.map(({ week, obligations }) => [team, week, obligations]),
    ])
    for (const [team, week, count] of figures)
      expect(list.filter((one) => one.team === team && one.week === week)).toHaveLength(Number(count))
    const rows: readonly Record<string, string>[] = parse((await run({ facts, csv: true })).out, { columns: true })
    expect(rows.map((row) => [row['team'], row['week'], Number(row['obligations'])])).toEqual(figures)
    const listed: readonly unknown[] = parse((await run({ facts, csv: true, list: true })).out, { columns: true })
    expect(listed).toHaveLength(list.length)
  })

  it('--team takes part of a name; the chart goes to its file', async () => {
    const svg = path.join(folder, 'chart.svg')
    const facts = [factsFile('N-1', 'north'), factsFile('S-1', 'south')]
    const { out, err } = await run({ facts, team: 'NOR', svg, weeks: 4 })
    expect(out).toContain('\nnorth\n')
    expect(out).not.toContain('south')
    expect(err).toBe(`The chart is in ${svg}.\n`)
    expect(pictureOf(readFileSync(svg, 'utf8')).name).toBe('svg')
  })

  it.each<{ options: ForecastOptions; says: string }>([
    { options: { weeks: 0 }, says: '--weeks takes a whole number' },
    { options: { weeks: 1.5 }, says: '--weeks takes a whole number' },
    { options: { today: '2026-02-30' }, says: '--today 2026-02-30 is not a day' },
    { options: { policy: 'x.yaml' }, says: '--policy goes with --facts' },
  ])('$says', async ({ options, says }) => {
    const error = await problem(options)
    expect(error).toBeInstanceOf(CommandFailed)
    expect((error as CommandFailed).message).toContain(says)
  })

  it('refuses a team that is none, and names those there are: nothing late would be read as good news', async () => {
    const facts = [factsFile('N-1', 'north'), factsFile('S-1', 'south')]
    expect(await problem({ facts, team: 'zzz' })).toMatchObject({
      exitCode: 2,
      message: '--team zzz: no team is called that. There are north, south.',
    })
  })

  it('refuses a case given twice, and a chart that cannot be written', async () => {
    const file = factsFile('N-1', 'north')
    expect(await problem({ facts: [file, file] })).toMatchObject({ exitCode: 2 })
    expect(await problem({ facts: [file], svg: path.join(folder, 'no', 'such', 'folder.svg') })).toMatchObject({
      exitCode: 2,
    })
  })
})

describe('caseclock timeline --svg', () => {
  it('writes the picture beside what it prints', async () => {
    const svg = path.join(folder, 'case.svg')
    let out = ''
    const io = { out: (text: string) => void (out += text), err: () => undefined }
    await runTimeline({ facts: factsFile('N-1', 'north'), today: '2026-11-20', json: true, svg }, io)
    expect(() => JSON.parse(out) as unknown).not.toThrow()
    expect(pictureOf(readFileSync(svg, 'utf8')).attributes['role']).toBe('img')
  })
})
