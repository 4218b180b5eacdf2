import { randomUUID } from 'node:crypto'
import { stableId } from '../../activities/import/stableId'
import { problemLines } from '../../activities/mail/problemLines'
import { standingProblems } from '../../activities/mail/standingProblems'
import { changeAccess, type ChangeAccess } from '../../client/commands/changeAccess'
import { recordEvent } from '../../client/commands/recordEvent'
import { setCover } from '../../client/commands/setCover'
import { casePage } from '../../client/queries/casePage'
import { LocalDate } from '@js-joda/core'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { typed } from '../servers/typed'

const ADMINISTRATOR = stableId('person', 'administrator')

/** An assessment is due on 8 April 2026: the manager is told on the 9th, the service manager on the 14th. */
describe('a restricted case', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
  })
  afterEach(() => quiet.stop())

  const change = (what: ChangeAccess['change'], more: Partial<ChangeAccess> = {}) =>
    changeAccess(quiet, {
      ...{ ref: 'T-1', change: what, reason: 'a colleague’s relative', actorId: PEOPLE.headOfService },
      ...{ commandId: randomUUID(), ...more },
    })
  const grant = (personId: string) => change({ what: 'grant', personId, from: null, to: null })
  const visit = (actorId: string) =>
    recordEvent(quiet, { ref: 'T-1', kind: 'visit-made', data: { seen: true }, actorId, commandId: randomUUID() })
  const entries = async () =>
    ((await casePage(quiet.db, 'T-1'))?.escalations ?? []).flatMap((one) =>
      one.entries.map(({ entry, rung, name }) => [entry, rung, name].join(' ')),
    )
  const readers = () => new Set(quiet.mails.map(({ to }) => to.address.replace('@test.example', '')))
  const everything = async (): Promise<void> => {
    await quiet.plan()
    await quiet.round()
    await quiet.deliver()
  }

  it('is told to who may open it alone: the ladder skips the others, says so, and the administrator is told', async () => {
    await change({ what: 'restrict' })
    await grant(PEOPLE.serviceManager)
    await quiet.moveTo('2026-04-07', 8 * 60)
    await everything()
    await quiet.moveTo('2026-04-09')
    await everything()
    expect(await entries()).toEqual(['skipped 1 Person teamManager', 'told 1 Person serviceManager'])
    expect(readers()).toEqual(new Set(['administrator', 'servicemanager']))
    const mail = quiet.mails.find(({ to }) => to.address.startsWith('administrator'))
    expect(mail?.text).toContain(
      'Case T-1 is restricted: its social worker and its independent reviewing officer and its team manager may not open it and are told nothing.',
    )
    expect(mail?.text).not.toMatch(/Zebedee|Quillfeather/)
  })

  it('stands first among what is to be put right; what an alert is about only for who may open it', async () => {
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
    await quiet.db.$executeRaw`update escalation set problem = 'Error P2010'`
    await change({ what: 'restrict' })
    await quiet.db.$executeRaw`
      insert into case_file (id, ref, open, facts_version, planned_version, rules_version, problem)
      select gen_random_uuid(), 'A-' || n, true, 1, 1, '', 'TypeError' from generate_series(1, 60) n`
    const told = async (readerId: string | null) => {
      const { problems, more } = await standingProblems(quiet.db, readerId)
      const { lines } = problemLines({ problems, more }, (ref) => ref)
      return { first: lines[0]?.words, kinds: problems.map(({ kind }) => kind), more }
    }
    const { first, kinds, more } = await told(ADMINISTRATOR)
    expect(first).toContain('Case T-1 is restricted:')
    expect(first).toContain('nobody is left who may be told')
    expect([kinds.length, more]).toEqual([50, 12])
    await quiet.db.$executeRaw`update case_file set problem = null`
    const alertLine = async (readerId: string | null) => {
      const { problems } = await standingProblems(quiet.db, readerId)
      return problemLines({ problems, more: 0 }, (ref) => ref).lines.find(({ words }) => words.includes('alert'))?.words
    }
    const closed = 'Case T-1: the alert of 9 April 2026 does not go on (Error P2010).'
    expect(await alertLine(ADMINISTRATOR)).toBe(closed)
    expect(await alertLine(null)).toBe(closed)
    await grant(ADMINISTRATOR)
    expect(await alertLine(ADMINISTRATOR)).toContain('about Assessment does not go on')
  })

  it('who may open it by themselves acts; who covers for them does not', async () => {
    await change({ what: 'restrict' })
    await grant(PEOPLE.teamManager)
    expect(await visit(PEOPLE.teamManager)).toMatchObject({ accepted: true })
    expect(await visit(PEOPLE.worker)).toMatchObject({
      ...{ refused: 'not-allowed', todo: expect.stringContaining('restricted') as string },
    })
    const today = LocalDate.parse('2026-03-02')
    const days = { from: today, to: LocalDate.parse('2026-04-30'), reason: 'leave' } as const
    const people = { personId: PEOPLE.teamManager, coverId: PEOPLE.otherWorker, actorId: PEOPLE.teamManager }
    await setCover(quiet, { ...people, ...days, commandId: randomUUID() })
    expect(await visit(PEOPLE.otherWorker)).toMatchObject({ refused: 'not-allowed' })
    await quiet.moveTo('2026-04-09')
    await everything()
    // Nobody above may open it either: nobody is told, and the administrator knows.
    expect((await entries()).every((line) => line.startsWith('skipped'))).toBe(true)
    expect(readers()).toEqual(new Set(['administrator']))
    expect(quiet.mails.at(-1)?.text).toContain('nobody is left who may be told')
    await grant(PEOPLE.otherWorker)
    expect(await visit(PEOPLE.otherWorker)).toMatchObject({ accepted: true })
  })

  it('what waited for who may not open it any more is taken back, and told when the restriction is lifted', async () => {
    await quiet.moveTo('2026-04-07', 8 * 60)
    await quiet.plan()
    await quiet.round()
    await change({ what: 'restrict' })
    await quiet.deliver()
    expect(readers()).toEqual(new Set([]))
    await change({ what: 'lift' }, { actorId: ADMINISTRATOR })
    await everything()
    expect(readers()).toEqual(new Set(['worker']))
  })

  it('access ends with its last day, and when it is taken back', async () => {
    await change({ what: 'restrict' })
    const from = LocalDate.parse('2026-03-03')
    await change({ what: 'grant', personId: PEOPLE.worker, from, to: from })
    expect(await visit(PEOPLE.worker)).toMatchObject({ refused: 'not-allowed' })
    await quiet.moveTo('2026-03-03')
    expect(await visit(PEOPLE.worker)).toMatchObject({ accepted: true })
    await change({ what: 'revoke', personId: PEOPLE.worker })
    expect(await visit(PEOPLE.worker)).toMatchObject({ refused: 'not-allowed' })
    await grant(PEOPLE.worker)
    await quiet.moveTo('2026-03-04')
    expect(await visit(PEOPLE.worker)).toMatchObject({ accepted: true })
  })

  it.each<[string, ChangeAccess['change'], Partial<ChangeAccess>, string, string]>([
    ['by its manager', { what: 'restrict' }, { actorId: PEOPLE.teamManager }, 'not-allowed', 'head of service'],
    ['without a reason', { what: 'restrict' }, { reason: ' ' }, 'bad-data', '--reason'],
    ['of an unknown case', { what: 'restrict' }, { ref: 'T-9' }, 'unknown-case', 'T-9'],
    ['lifting nothing', { what: 'lift' }, {}, 'known-already', 'not restricted'],
    ['to nobody', { what: 'grant', personId: randomUUID(), from: null, to: null }, {}, 'unknown-person', 'Nobody'],
    [
      'for days that have passed',
      {
        what: 'grant',
        personId: PEOPLE.worker,
        from: LocalDate.parse('2026-02-01'),
        to: LocalDate.parse('2026-02-02'),
      },
      {},
      'bad-data',
      'has passed',
    ],
    ['under an id that is none', { what: 'restrict' }, { commandId: 'x' }, 'bad-data', 'Give a UUID'],
    ['taking back what was not given', { what: 'revoke', personId: PEOPLE.worker }, {}, 'known-already', 'no access'],
  ])('a change is refused, with what to do: %s', async (_what, what, more, refused, todo) => {
    expect(await change(what, more)).toEqual({ refused, todo: expect.stringContaining(todo) as string })
  })

  it('the same command twice is one; on the command line the list says who and why', async () => {
    const commandId = randomUUID()
    expect(await change({ what: 'restrict' }, { commandId })).toEqual({ accepted: true, repeated: false })
    expect(await change({ what: 'restrict' }, { commandId })).toEqual({ accepted: true, repeated: true })
    const say = (...words: string[]) => typed(quiet.town, 'access', 'T-1', ...words)
    const options = ['--reason', 'holds the case', '--as', 'administrator']
    expect(await say('grant', PEOPLE.worker, ...options)).toMatchObject({ code: 0 })
    expect(await say('open', ...options)).toMatchObject({ code: 2 })
    expect(await say('lift', '--reason', 'x', '--as', PEOPLE.worker)).toMatchObject({ code: 4 })
    expect(JSON.parse((await say('--json')).out)).toMatchObject({
      ref: 'T-1',
      restricted: { by: 'Person headOfService', reason: 'a colleague’s relative' },
      people: [{ name: 'Person worker', to_on: null, by: 'Administrator', reason: 'holds the case' }],
    })
  })
})
