import { LocalDate } from '@js-joda/core'
import { stableId } from '../../../activities/import/stableId'
import { figureQuestions } from '../../../client/queries/supervision/figureQuestions'
import { supervisionCoverage, supervisionFigures } from '../../../client/queries/supervision/supervisionFigures'
import { rowsOf } from '../../../prisma/rowsOf'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import { quietTown, type QuietTown } from '../../servers/quietTown'
import { csvRows, figuresTown, refsOn, sessionOn, typedFigures } from './figuresTown'

describe('the figures of two months of a team', () => {
  let quiet: QuietTown
  beforeAll(async () => {
    quiet = await figuresTown()
  })
  afterAll(() => quiet.stop())

  it('count what happened in February', async () => {
    const invited = ['chair', 'coordinator', 'head-of-service', 'independent-reviewing-officer', 'service-manager']
    expect(await csvRows(quiet, '2027-02')).toEqual([
      ...['coverage-discussed,,4,4', 'coverage-gap,,0,4', 'coverage-ahead,,0,4', 'coverage-neither,,0,4'],
      ...['sessions-planned,,0,2', 'sessions-held,,2,2', 'sessions-cancelled,,0,2', 'sessions-not-held,,0,2'],
      ...invited.flatMap((role) => [
        ...[`attendance-present,${role},2,2`, `attendance-excused,${role},0,2`, `attendance-absent,${role},0,2`],
      ]),
      'attendance-present,social-worker,1,4',
      'attendance-excused,social-worker,1,4',
      'attendance-absent,social-worker,2,4',
      ...['summaries-on-time,,2,4', 'summaries-late,,1,4', 'summaries-never,,1,4'],
      ...['minutes-in-time,,1,2', 'minutes-late,,1,2', 'minutes-not-out,,0,2'],
      'repeated-absence,,1,7',
      ...['quality-checked,,1,1', 'quality-to-check,,0,1'],
    ])
  })

  it('and what is cancelled, without a place and still ahead in March', async () => {
    expect(await csvRows(quiet, '2027-03')).toEqual([
      ...['coverage-discussed,,0,4', 'coverage-gap,,1,4', 'coverage-ahead,,3,4', 'coverage-neither,,0,4'],
      ...['sessions-planned,,1,2', 'sessions-held,,0,2', 'sessions-cancelled,,1,2', 'sessions-not-held,,0,2'],
    ])
  })

  it('a month of a share of nothing has an empty cell, never a nought', async () => {
    const { out } = await typedFigures(quiet, { csv: true, from: '2027-03', to: '2027-03' })
    expect(out).toContain('North 1,2027-03,minutes-in-time,,,0\r\n')
  })

  it('are a table for people, with the lists behind it and what each of them counts', async () => {
    const { code, out } = await typedFigures(quiet)
    expect(code).toBe(0)
    expect(out).toContain('Group case supervision from 2026-04 to 2027-03, as it stands on 10 March 2027\n')
    expect(out).toMatch(/^North 1 {2}2027-02 {2}4 of 4 {5}0 of 4 {5}0 of 4 {7}0 of 4$/m)
    expect(out).toMatch(/^North 1 {2}2027-03 {2}Named gap .* {2}Every session of March 2027 .* is full\. It needs one/m)
    expect(out).toMatch(/^North 1 {2}2027-03 {2}Still ahead .* {2}Planned for 16 March 2027$/m)
    expect(out).toContain('Person worker  social-worker  2 February 2027, 16 February 2027\n')
    expect(out).toContain('(5 working days before the session; later for a case placed late)')
    expect(out).toContain('Source: Every month for each case: Family Safeguarding evaluation 2020')
  })

  it('are JSON with the same lists', async () => {
    const { out } = await typedFigures(quiet, { json: true, from: '2027-02', to: '2027-02' })
    const [late = '', never = ''] = [(await refsOn(quiet, '2027-02-02'))[1], (await refsOn(quiet, '2027-02-16'))[1]]
    const second = await sessionOn(quiet, '2027-02-16')
    expect(JSON.parse(out)).toMatchObject({
      ...{ format: 1, today: '2027-03-10', from: '2027-02', to: '2027-02' },
      figures: [
        {
          ...{ teamId: TEAM, team: 'North 1', month: '2027-02', notDiscussed: [], toCheck: [] },
          repeatedAbsence: [
            {
              personId: PEOPLE.worker,
              name: 'Person worker',
              days: ['2027-02-02', '2027-02-16'],
              role: 'social-worker',
            },
          ],
          summariesNotOnTime: {
            cases: [
              { ref: late, dueOn: '2027-01-26', writtenOn: '2027-01-27' },
              { ref: never, dueOn: '2027-02-09', writtenOn: null },
            ],
            restricted: 0,
          },
          minutesNotInTime: [{ session: second, on: '2027-02-16', dueOn: '2027-02-18', outOn: '2027-02-19' }],
        },
      ],
    })
  })

  it('of a team are its own; cases without a team are one too', async () => {
    const all = await typedFigures(quiet, { csv: true })
    expect(await typedFigures(quiet, { csv: true, team: 'north' })).toEqual(all)
    expect((await typedFigures(quiet, { csv: true, team: 'No team' })).out).toBe('team,month,measure,role,n,of\r\n')
  })

  it('of a team are those of all teams, and are made of its own rows: also where its case has a place in another team’s session', async () => {
    const other = stableId('test', 'figures-south')
    const { db } = quiet
    await db.$executeRaw`insert into team (id, source_id, name) values (${other}::uuid, 'figures-south', 'South 1')`
    const [moved = ''] = await refsOn(quiet, '2027-03-16')
    await db.$executeRaw`update case_file set team_id = ${other}::uuid where ref = ${moved}`
    const asked = { span: { from: '2027-02', to: '2027-03' }, today: LocalDate.parse('2027-03-10') }
    const all = await supervisionFigures(db, { ...asked, teams: undefined })
    expect(all.map(({ team, month }) => `${team ?? ''} ${month}`)).toEqual([
      ...['North 1 2027-02', 'North 1 2027-03', 'South 1 2027-03'],
    ])
    for (const id of [TEAM, other, null]) {
      const own = all.filter(({ teamId }) => teamId === id)
      expect(await supervisionFigures(db, { ...asked, teams: [id] })).toEqual(own)
      expect(await supervisionCoverage(db, { ...asked, teams: [id] })).toEqual(
        own.map(({ teamId, month, coverage, behind }) => ({
          teamId,
          month,
          coverage,
          notDiscussed: behind.notDiscussed,
        })),
      )
    }
    expect(all.at(-1)?.behind.notDiscussed).toMatchObject([{ ref: moved, why: 'Planned for 16 March 2027' }])
    const { questions, given } = figureQuestions({ ...asked, teams: [other] })
    const { sessions, asked: months } = await rowsOf<{ sessions: { on: string }; asked: object }>(db, questions, given)
    expect([sessions.map(({ on }) => on).sort(), months.length]).toEqual([['2027-02-02', '2027-03-16'], 2])
    await db.$executeRaw`update case_file set team_id = ${TEAM}::uuid where ref = ${moved}`
    await db.$executeRaw`delete from team where id = ${other}::uuid`
  })

  it.each([
    [{ team: 'Sotuh 1' }, '--team Sotuh 1: no team is called that. There are No team, North 1.'],
    [{ from: '2027-13' }, '--from 2027-13 is not a month that exists. Write it as 2027-03.'],
    [{ to: '2027-03-01' }, '--to 2027-03-01 is not a month that exists. Write it as 2027-03.'],
    [{ from: '2027-03', to: '2027-02' }, '--from 2027-03 lies after --to 2027-02. Give the earlier month first.'],
    [{ from: '2027-04' }, '--from 2027-04 lies after this month, 2027-03. Give the last month too: --to.'],
    [{ csv: true, json: true }, 'Give either --csv or --json.'],
  ])('refuse %j', async (options, why) => {
    expect(await typedFigures(quiet, options)).toEqual({ code: 2, out: '', err: why })
  })
})

describe('a council that has just begun', () => {
  it('has no figures, and says so', async () => {
    const quiet = await quietTown('2027-03-10')
    try {
      expect((await typedFigures(quiet)).out).toBe(
        'Group case supervision from 2026-04 to 2027-03, as it stands on 10 March 2027\nThere is no session and no case open in group supervision in these months.\n',
      )
      expect((await typedFigures(quiet, { csv: true })).out).toBe('team,month,measure,role,n,of\r\n')
      expect(JSON.parse((await typedFigures(quiet, { json: true })).out)).toMatchObject({ format: 1, figures: [] })
    } finally {
      await quiet.stop()
    }
  })
})
