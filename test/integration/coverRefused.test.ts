import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { endCover } from '../../client/commands/endCover'
import { setCover, type SetCover } from '../../client/commands/setCover'
import { addPeople, PEOPLE, TEAM } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { typed } from '../servers/typed'

const day = (text: string): LocalDate => LocalDate.parse(text)

describe('cover that cannot be arranged is refused, with what to do', () => {
  let quiet: QuietTown
  const [officer, gone] = [randomUUID(), randomUUID()]
  beforeAll(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    for (const [id, name, left] of [
      [officer, 'officer', null],
      [gone, 'gone', '2026-02-01'],
    ] as const) {
      await quiet.db.$executeRaw`
        insert into person (id, source_id, name, job_title, email, team_id, left_on)
        values (${id}::uuid, ${name}, ${`Person ${name}`}, 'x', null, ${TEAM}::uuid, ${left}::date)`
      await quiet.db.$executeRaw`
        insert into role_grant (id, person_id, role, team_id, from_on) values (gen_random_uuid(), ${id}::uuid, 'police-officer', ${TEAM}::uuid, '2000-01-01')`
    }
  })
  afterEach(() => quiet.db.$executeRaw`delete from cover`)
  afterAll(() => quiet.stop())

  const add = (more: Partial<SetCover> = {}) =>
    setCover(quiet, {
      ...{ personId: PEOPLE.worker, coverId: PEOPLE.otherWorker, from: day('2026-03-09'), to: day('2026-03-13') },
      ...{ reason: 'leave', actorId: PEOPLE.worker, commandId: randomUUID(), ...more },
    })

  it.each<[string, Partial<SetCover>, string, string]>([
    ['the last day before the first', { to: day('2026-03-06') }, 'bad-data', 'first day with --from'],
    ['days that have passed', { from: day('2026-02-02'), to: day('2026-02-06') }, 'bad-data', 'has passed'],
    ['leave without an end', { to: null }, 'bad-data', 'Say until when with --to'],
    ['for oneself', { coverId: PEOPLE.worker }, 'bad-data', 'Name somebody else with --by'],
    ['by somebody who has left', { coverId: gone }, 'bad-data', 'Name somebody who is in post'],
    ['for somebody who has left', { personId: gone, actorId: PEOPLE.teamManager }, 'bad-data', 'caseclock reassign'],
    ['by police, for a social worker', { coverId: officer }, 'bad-data', 'police only'],
    ['by nobody who is known', { coverId: randomUUID() }, 'unknown-person', 'staff number'],
    ['under an id that is none', { commandId: 'seven' }, 'bad-data', 'seven is no id'],
    ['by a colleague', { actorId: PEOPLE.otherWorker }, 'not-allowed', 'a manager of their team'],
    ['by somebody unknown', { actorId: randomUUID() }, 'not-allowed', '--as'],
  ])('%s', async (_what, more, refused, todo) => {
    expect(await add(more)).toEqual({ refused, todo: expect.stringContaining(todo) as string })
    expect(await quiet.db.$queryRaw`select 1 from cover`).toEqual([])
  })

  it.each([['teamManager'], ['serviceManager'], ['worker']] as const)('%s may arrange it', async (who) => {
    expect(await add({ actorId: PEOPLE[who] })).toMatchObject({ accepted: true, repeated: false })
  })

  it('overlapping days are refused and say what to end; the next day is not', async () => {
    const first = await add()
    const id = 'accepted' in first ? first.id : ''
    expect(await add({ from: day('2026-03-13'), to: day('2026-03-20') })).toEqual({
      ...{ refused: 'known-already', todo: expect.stringContaining(`caseclock cover end ${id}`) as string },
    })
    expect(await add({ from: day('2026-03-14'), to: day('2026-03-20') })).toMatchObject({ accepted: true })
    expect(await endCover(quiet, { coverId: id, actorId: PEOPLE.otherWorker, commandId: randomUUID() })).toMatchObject({
      refused: 'not-allowed',
    })
    expect(await endCover(quiet, { coverId: 'x', actorId: PEOPLE.worker, commandId: randomUUID() })).toMatchObject({
      refused: 'unknown-cover',
    })
    await endCover(quiet, { coverId: id, actorId: PEOPLE.worker, commandId: randomUUID() })
    expect(await add()).toMatchObject({ accepted: true })
  })

  it('the same command twice is one cover; its id for something else is refused', async () => {
    const commandId = randomUUID()
    const first = await add({ commandId })
    expect(await add({ commandId })).toEqual({ ...first, repeated: true, concerns: [] })
    expect(await add({ commandId, from: day('2026-04-01'), to: day('2026-04-02') })).toMatchObject({
      ...{ refused: 'bad-data', todo: expect.stringContaining('has been used') as string },
    })
  })

  it('two covers of the same days at once: one of them', async () => {
    const answers = await Promise.all([add(), add(), add()])
    expect(answers.filter((one) => 'accepted' in one)).toHaveLength(1)
  })

  it('on the command line: codes, the list and its JSON', async () => {
    const say = (...words: string[]) => typed(quiet.town, 'cover', ...words)
    const options = ['--from', '2026-03-09', '--reason', 'sickness', '--as', PEOPLE.worker]
    expect(await say('add', PEOPLE.worker, ...options, '--to', 'soon')).toMatchObject({ code: 2 })
    expect(
      await say('add', PEOPLE.worker, ...options.slice(0, 2), '--reason', 'rain', '--as', PEOPLE.worker),
    ).toMatchObject({ code: 2 })
    expect(await say('add', PEOPLE.teamManager, ...options)).toMatchObject({ code: 4 })
    expect(await say('list')).toMatchObject({ code: 0, out: 'Nobody is away, today or later.\n' })
    expect((await say('add', PEOPLE.worker, ...options)).out).toContain('whoever is next is told')
    const { covers } = JSON.parse((await say('list', '--json')).out) as { covers: { id: string }[] }
    expect(covers).toMatchObject([
      { person: 'Person worker', cover: null, from_on: '2026-03-09', to_on: null, reason: 'sickness' },
    ])
    expect(await say('end', covers[0]?.id ?? '', '--as', PEOPLE.worker)).toMatchObject({ code: 0 })
    expect((await say('list')).out).toBe('Nobody is away, today or later.\n')
  })
})
