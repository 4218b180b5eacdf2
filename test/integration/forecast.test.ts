import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { runCasePicture } from '../../client/cli/casePicture'
import { runForecast } from '../../client/cli/forecastCommand'
import { activatePolicy } from '../../client/commands/activatePolicy'
import { casesByPage } from '../../client/queries/casesByPage'
import { loadFacts } from '../../activities/planning/loadFacts'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { councilRules } from '../servers/councilRules'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { described, svgOf } from '../domain/svgOf'

describe('the forecast and the long view over the database', () => {
  let quiet: QuietTown
  let about: TestCase
  const before = process.env['DATABASE_URL']
  beforeAll(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
    await addCase(quiet.town, 'T-2', '2026-02-09')
    await quiet.record({
      ref: 'T-1',
      kind: 'plan-started',
      data: { plan: 'cpp', category: 'neglect' },
      actorId: PEOPLE.worker,
    })
    await quiet.plan()
    process.env['DATABASE_URL'] = quiet.town.url
  })
  afterAll(async () => {
    if (before === undefined) delete process.env['DATABASE_URL']
    else process.env['DATABASE_URL'] = before
    await quiet.stop()
  })

  async function printed(run: (io: { out: (text: string) => void; err: () => void }) => Promise<unknown>) {
    let out = ''
    await run({ out: (text) => void (out += text), err: () => undefined })
    return out
  }

  it('reads every case with the facts it has when read alone', async () => {
    const found = []
    for await (const one of casesByPage(quiet.db, 'ahead')) found.push(one)
    expect(found.map(({ facts, team }) => [facts.ref, team]).sort()).toEqual([
      ['T-1', 'North 1'],
      ['T-2', 'North 1'],
    ])
    const row = { id: about.id, ref: 'T-1', team_id: found[0]?.facts.team ?? null, live_since: null }
    expect(found.find(({ facts }) => facts.ref === 'T-1')?.facts).toEqual(await loadFacts(quiet.db, row))
  })

  it('tells the weeks ahead of a team, from the day of the clock', async () => {
    const out = await printed((io) => runForecast({ json: true, list: true, team: 'north' }, io))
    const { today, cases, teams, list } = JSON.parse(out) as {
      today: string
      cases: number
      teams: readonly { weeks: readonly { week: string; obligations: number }[] }[]
      list: readonly { week: string; rule: string }[]
    }
    expect([today, cases]).toEqual(['2026-03-02', 2])
    expect(list.filter(({ rule }) => rule === 'review-first').map(({ week }) => week)).toEqual(['2026-W23'])
    expect(teams[0]?.weeks.find(({ week }) => week === '2026-W23')?.obligations).toBe(
      list.filter(({ week }) => week === '2026-W23').length,
    )
  })

  it('refuses a team that is none; a team without a case is one', async () => {
    await expect(printed((io) => runForecast({ team: 'zzz' }, io))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('--team zzz: no team is called that. There are ') as string,
    })
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (gen_random_uuid(), 'empty', 'Empty')`
    expect(await printed((io) => runForecast({ team: 'empty' }, io))).toContain('0 cases')
  })

  it('follows a version that has been activated for a day to come, and says that it will move open work', async () => {
    const answer = await activatePolicy(
      { db: quiet.db, processes: { nudge: () => Promise.resolve(0), ensure: () => Promise.resolve(0) } },
      {
        ...councilRules('north@1', 40),
        ...{ from: LocalDate.parse('2026-04-01'), appliesToOpenWork: true, actorId: PEOPLE.serviceManager },
        ...{ commandId: randomUUID(), concerned: [] },
      },
    )
    expect(answer).toMatchObject({ accepted: true })
    const { policy, policiesToCome } = JSON.parse(await printed((io) => runForecast({ json: true }, io))) as {
      policy: string
      policiesToCome: unknown
    }
    expect(policy).toBe('england-family-safeguarding@1')
    expect(policiesToCome).toEqual([{ policy: 'north@1', from: '2026-04-01', openWork: true }])
    expect(await printed((io) => runForecast({}, io))).toContain(
      'What begins on 2026-04-01 or later follows north@1. It will move what is open on that day too',
    )
  })

  it('draws a case without the name of a child', async () => {
    const out = await printed((io) => runCasePicture('T-1', '', io))
    expect(described(svgOf(out))).toContain('Child protection plan from 2 March 2026, still running.')
    expect(out).not.toMatch(/Zebedee|Quillfeather/)
    await expect(printed((io) => runCasePicture('T-9', '', io))).rejects.toThrow('There is no case T-9')
  })
})
