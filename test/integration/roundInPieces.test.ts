import { Client } from 'pg'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { writeDigests } from '../../activities/writeDigests'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const MORNING = 8 * 60
const HOUR_MS = 60 * 60 * 1000

describe('a morning round that takes longer than one piece', () => {
  let quiet: QuietTown
  let readers: readonly string[]
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    for (const ref of ['T-1', 'T-2']) await addCase(quiet.town, ref, '2026-02-02')
    await quiet.record({
      ref: 'T-2',
      kind: 'worker-allocated',
      data: { person: PEOPLE.otherWorker },
      actorId: PEOPLE.teamManager,
    })
    await quiet.moveTo('2026-04-07', MORNING)
    await quiet.plan()
    const rows = await quiet.db.$queryRaw<{ id: string }[]>`
      select distinct recipient_id::text as id from notice where lane = 'digest' order by 1`
    readers = rows.map(({ id }) => id)
  })
  afterEach(() => quiet.stop())

  const piece = (after?: string) => writeDigests(quiet.db, rulesInForce(), { after, untilReal: 0 })
  const written = async (): Promise<string[]> =>
    (
      await quiet.db.$queryRaw<{ id: string }[]>`
        select recipient_id::text as id from message where lane = 'digest' order by 1`
    ).map(({ id }) => id)

  it('goes on after the last reader, whose notices somebody has locked', async () => {
    const [locked = '', ...others] = readers
    expect(others).not.toEqual([])
    const holder = new Client({ connectionString: quiet.town.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query('select 1 from notice where recipient_id = $1 for update', [locked])
    try {
      let place = await piece()
      expect(place).toEqual({ messages: [], failures: ['PrismaClientKnownRequestError P2010'], after: locked })
      for (const id of others) {
        expect(place.after).not.toBe(id)
        place = await piece(place.after)
        expect(place).toMatchObject({ failures: [] })
      }
      expect(await written()).toEqual(others)
    } finally {
      await holder.query('rollback')
      await holder.end()
    }
    expect(await piece()).toMatchObject({ messages: [expect.any(String)], failures: [] })
    expect(await written()).toEqual(readers)
  })

  it('remembers at its last piece who could not be told at an earlier one, and comes back within the hour', async () => {
    const [row] = await quiet.db.$queryRaw<{ offset_ms: bigint }[]>`select offset_ms from authority`
    const now = Number(row?.offset_ms)
    await quiet.db.$executeRaw`
      insert into process (id, next_moment) values ('round', ${new Date(now - HOUR_MS / 2).toISOString()}::timestamptz)`
    const reader = readers.at(-1) ?? ''
    const answer = await quiet.planning.holdMorningRound({ after: { reader, failed: 1, behind: 0 } })
    expect(answer).toMatchObject({ toStart: [] })
    expect(answer.after).toBeUndefined()
    const [round] = await quiet.db.$queryRaw<{ next_moment: Date; report: object }[]>`
      select next_moment, report from process where id = 'round'`
    expect(round).toEqual({ next_moment: new Date(now + HOUR_MS), report: { messages: 0, failed: 1, behind: 0 } })
  })
})
