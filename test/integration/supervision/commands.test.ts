import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { quietTown, type QuietTown } from '../../servers/quietTown'
import { addSupervisedCase, addSupervisionPeople, invitationsArrive, planAll } from '../../servers/supervisionTown'
import { typed, type Said } from '../../servers/typed'

const PATTERN = [
  '--weekday',
  'tuesday',
  '--nth',
  '1',
  '3',
  '--at',
  '09:30',
  '--minutes',
  '60',
  '--room',
  'Room 4',
] as const

/** As a person types them: 2 March 2026 is a Monday. */
describe('caseclock supervision', () => {
  let quiet: QuietTown
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'caseclock-papers-'))
    quiet = await quietTown('2026-03-02', { namespace: true })
    await addSupervisionPeople(quiet.town)
    for (const ref of ['T-1', 'T-2']) await addSupervisedCase(quiet.town, ref, '2026-02-02')
    await quiet.plan()
  })
  afterAll(async () => {
    await quiet.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const say = (...words: string[]): Promise<Said> => typed(quiet.town, 'supervision', ...words)
  const sessionOn = async (day: string): Promise<string> => {
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`
      select id::text from session where on_day = ${day}::date and state <> 'cancelled'`
    return row?.id ?? ''
  }

  it('refuses what nobody can mean, and says what to do', async () => {
    const refusals: readonly (readonly [words: readonly string[], code: number, says: RegExp])[] = [
      [['year', 'North 1'], 2, /has no year yet\. Set when it meets: caseclock supervision pattern/],
      [['year', 'South 9'], 2, /South 9/],
      [['pattern', 'North 1', '--as', 'coordinator'], 2, /North 1 has no sessions yet\. Say when it meets/],
      [
        ['pattern', 'North 1', '--weekday', 'tuesday', '--as', 'coordinator'],
        2,
        /A pattern has a day, weeks, a time and a length/,
      ],
      [
        ['pattern', 'North 1', ...PATTERN.slice(0, 2), '--nth', '6', ...PATTERN.slice(5), '--as', 'coordinator'],
        2,
        /whole numbers from 1 to 5/,
      ],
      [
        ['pattern', 'North 1', '--weekday', 'tusday', ...PATTERN.slice(2), '--as', 'coordinator'],
        2,
        /tusday is no weekday/,
      ],
      [['pattern', 'North 1', ...PATTERN, '--as', 'Person worker'], 4, /Only the coordinator of the team/],
      [['pattern', 'North 1', ...PATTERN, '--as', 'Nobody'], 2, /nobody is known by that/],
      [
        ['pattern', 'North 1', ...PATTERN, '--minutes-per-case', '0', '--as', 'coordinator'],
        2,
        /whole number from 1 to 480/,
      ],
      [['session', 'x'], 2, /There is no session x/],
      [['figures', '--from', '2026-13'], 2, /2026-13/],
    ]
    for (const [words, code, says] of refusals) {
      const said = await say(...words)
      expect([words.join(' '), said.code, said.out]).toEqual([words.join(' '), code, ''])
      expect(said.err).toMatch(says)
    }
    expect(await quiet.db.$queryRaw`select * from supervision_year`).toEqual([])
  })

  it('plans a year, shows it, and says what a change would do before it is done', async () => {
    expect(await say('pattern', 'North 1', ...PATTERN, '--as', 'coordinator')).toMatchObject({ code: 0, err: '' })
    await planAll(quiet)
    await invitationsArrive(quiet)
    const year = await say('year', 'North 1')
    expect(year.out).toContain('North 1, Room 4: 26 sessions ahead, every case has its place in every month')
    expect(year.out).toMatch(/7 April 2026 +Tuesday +09:30 +60 +1 of 3 +7 +0 +planned/)
    const slots = await say('year', 'North 1', '--case', 'T-1')
    expect(slots.out.split('\n').filter((row) => row.includes('09:30'))).toHaveLength(13)
    const json = JSON.parse((await say('year', 'North 1', '--json')).out) as { format: number; sessions: unknown[] }
    expect(json).toMatchObject({ format: 1, team: 'North 1', gaps: [] })
    const svg = path.join(folder, 'wall.svg')
    await say('year', 'North 1', '--svg', svg)
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [^]*<title/)
    const session = await sessionOn('2026-04-07')
    const preview = await say('cancel', session, '--reason', 'The room is closed', '--as', 'coordinator', '--preview')
    expect(preview.out).toMatch(
      /- Case T-\d moves from 7 April 2026 to 21 April 2026: .*\n7 people are told\.\nNothing has been written\.\n/,
    )
    expect(await sessionOn('2026-04-07')).toBe(session)
    const done = await say('cancel', session, '--reason', 'The room is closed', '--as', 'coordinator')
    expect(done.out).toMatch(/Done/)
    expect(await sessionOn('2026-04-07')).toBe('')
    expect(await say('cancel', session, '--reason', 'again', '--as', 'coordinator')).toMatchObject({ code: 2 })
    expect(
      (await say('move', await sessionOn('2026-04-21'), '--on', '2026-04-06', '--as', 'coordinator')).err,
    ).toContain('it is a bank holiday (Easter Monday)')
  })

  it('takes a session from its summaries to its minutes', async () => {
    const session = await sessionOn('2026-03-17')
    await planAll(quiet)
    const refs = (
      await quiet.db.$queryRaw<{ ref: string }[]>`
      select c.ref from session_case x join case_file c on c.id = x.case_id where x.session_id = ${session}::uuid order by 1`
    ).map(({ ref }) => ref)
    const [ref = ''] = refs
    const ok = async (...words: string[]): Promise<void> => {
      expect(await say(...words)).toMatchObject({ code: 0, err: '' })
    }
    await ok('reply', session, 'accepted', '--as', 'Person worker')
    await ok('excuse', session, '--reason', 'in court', '--cover', 'otherWorker', '--as', 'Person chair')
    await ok('decide', session, '--for', 'Person chair', '--approve', '--as', 'teamManager')
    expect((await say('draft', ref, '--as', 'Person worker')).out).toContain('What was recorded since')
    await ok('summary', session, ref, '--text', 'Seen twice.', '--as', 'Person worker')
    await ok('review', session, ref, '--as', 'teamManager')
    await ok('papers', session, '--as', 'coordinator')
    await quiet.moveTo('2026-03-17')
    await ok('minute', session, ref, '--prompt', 'decision', '--text', 'The plan goes on.', '--as', 'Person worker')
    await ok(
      'action',
      session,
      ref,
      '--action',
      'Ask the school',
      '--owner',
      'Person worker',
      '--by',
      '2026-03-30',
      '--as',
      'coordinator',
    )
    await ok('held', session, '--present', 'Person worker', 'teamManager', '--as', 'coordinator')
    await ok('minutes', session, '--as', 'coordinator')
    await ok('check', session, '--found', 'Each child has an answer.', '--as', 'serviceManager')
    const page = await say('session', session)
    expect(page.out).toMatch(
      /Person chair +chair|Person chair +independent-reviewing-officer +declined +in court +Person otherWorker +yes/,
    )
    expect(page.out).not.toContain('Outstanding')
    const file = path.join(folder, 'minutes.html')
    expect((await say('paper', session, 'minutes', '--as', 'teamManager', '--out', file)).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('Ask the school')
    expect(
      await quiet.db.$queryRaw`select action from audit_event where action = 'supervision-minutes-read'`,
    ).toHaveLength(1)
    const figures = await say('figures', '--csv')
    expect(figures.out).toContain('North 1,2026-03,minutes-in-time,,1,1')
    expect(figures.out).toContain('North 1,2026-03,quality-checked,,1,1')
  })

  it.each<readonly [words: readonly string[], says: RegExp]>([
    [['reply', 'SESSION', 'maybe', '--as', 'Person worker'], /maybe is no answer/],
    [['summary', 'SESSION', 'T-1', '--as', 'Person worker'], /Give either --text or --file/],
    [['summary', 'SESSION', 'T-1', '--file', '/nowhere/at.all', '--as', 'Person worker'], /cannot be read/],
    [['decide', 'SESSION', '--for', 'Person chair', '--as', 'teamManager'], /Say either --approve or --refuse/],
    [
      ['minute', 'SESSION', 'REF', '--prompt', 'gossip', '--text', 'x', '--as', 'Person worker'],
      /gossip is none of changed-since/,
    ],
    [['paper', 'SESSION', 'menu', '--as', 'Person worker', '--out', 'menu.html'], /menu is no paper/],
    [
      ['add', 'North 1', '--on', '2026-13-01', '--at', '09:30', '--minutes', '60', '--as', 'coordinator'],
      /2026-13-01 is not a day that exists/,
    ],
    [
      ['add', 'North 1', '--on', '2026-05-12', '--at', '9:30', '--minutes', '60', '--as', 'coordinator'],
      /A time of day is written 09:30/,
    ],
    [['lengthen', 'SESSION', '--minutes', '0', '--as', 'coordinator'], /whole number from 1 to 1440|recorded|held/],
  ])('refuses %j', async (words, says) => {
    const [held] = await quiet.db.$queryRaw<{ id: string; ref: string }[]>`
      select s.id::text, c.ref from session s join session_case x on x.session_id = s.id join case_file c on c.id = x.case_id where s.state = 'held'`
    const meant: Readonly<Record<string, string | undefined>> = { SESSION: held?.id, REF: held?.ref }
    const said = await say(...words.map((word) => meant[word] ?? word))
    expect(said.code).toBe(2)
    expect(said.err).toMatch(says)
  })
})
