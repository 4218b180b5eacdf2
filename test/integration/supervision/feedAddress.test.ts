import { createHash, randomUUID } from 'node:crypto'
import { makeFeed, revokeFeed } from '../../../client/commands/supervision/feedToken'
import { setCover } from '../../../client/commands/setCover'
import { stableId } from '../../../activities/import/stableId'
import { LocalDate } from '@js-joda/core'
import { COORDINATOR } from '../../servers/supervisionTown'
import { PEOPLE } from '../../servers/factsToEvents'
import { feedTown, type FeedTown } from './feedTown'

const ADMINISTRATOR = stableId('person', 'administrator')

describe('the address of a calendar', () => {
  let town: FeedTown
  let secret: string
  beforeAll(async () => {
    town = await feedTown('2026-03-02', ['T-1'])
  })
  beforeEach(async () => {
    secret = await town.secretOf(PEOPLE.worker)
  })
  afterAll(() => town.stop())

  const mine = { personId: PEOPLE.worker, actorId: PEOPLE.worker }
  const make = (more: Partial<Parameters<typeof makeFeed>[1]> = {}) =>
    makeFeed(town.quiet, { ...mine, commandId: randomUUID(), ...more })
  const revoke = (more: Partial<Parameters<typeof revokeFeed>[1]> = {}) =>
    revokeFeed(town.quiet, { ...mine, commandId: randomUUID(), ...more })

  /** Every column of every row, as text. */
  const rowsOf = async (table: string): Promise<string> =>
    (
      await town.quiet.db.$queryRaw<{ xml: string }[]>`
        select query_to_xml(format('select t::text from %I t', ${table}::text), true, false, '')::text as xml`
    )[0]?.xml ?? ''

  it('is 256 random bits, and neither they nor what they are made from stand in any row', async () => {
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const traces = [
      secret,
      ...[Buffer.from(secret), Buffer.from(secret, 'base64url')].flatMap((bytes) => [
        bytes.toString('hex'),
        bytes.toString('base64'),
      ]),
    ]
    const tables = await town.quiet.db.$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['feed_token', 'audit_event', 'message']))
    const allRows = await Promise.all(tables.map(({ name }) => rowsOf(name)))
    expect(traces.filter((trace) => allRows.some((rows) => rows.includes(trace)))).toEqual([])
    const kept = createHash('sha256').update(secret).digest('hex')
    expect(tables.filter((_, n) => allRows[n]?.includes(kept))).toEqual([{ name: 'feed_token' }])
  })

  it('made anew ends the one before', async () => {
    const again = await make()
    expect(again).toMatchObject({ accepted: true, replaced: true })
    await expect(town.calendar(secret)).resolves.toMatchObject({ status: 404 })
    await expect(town.calendar('secret' in again ? again.secret : '')).resolves.toMatchObject({ status: 200 })
  })

  it('made twice at once: one works', async () => {
    const both = await Promise.all([make(), make()])
    const answers = await Promise.all(both.map((made) => town.calendar('secret' in made ? made.secret : '')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  it('is shown once: the same command again says so, and changes nothing', async () => {
    const commandId = randomUUID()
    const made = await make({ commandId })
    await expect(make({ commandId })).resolves.toEqual({
      refused: 'known-already',
      todo: expect.stringContaining('shown once') as string,
    })
    await expect(town.calendar('secret' in made ? made.secret : '')).resolves.toMatchObject({ status: 200 })
    await expect(revoke({ commandId })).resolves.toMatchObject({ refused: 'bad-data' })
  })

  it('that is revoked, unknown or malformed is the same answer', async () => {
    await expect(revoke()).resolves.toEqual({ accepted: true, repeated: false })
    const gone = await town.calendar(secret)
    expect(gone.status).toBe(404)
    expect(gone.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
    const swapped = `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`
    for (const other of [
      swapped,
      '',
      'x',
      'x'.repeat(3000),
      secret.slice(1),
      `${secret}=`,
      '..%2f..%2fetc',
      '%00',
      `${secret}/x`,
    ])
      expect([other, await town.calendar(other)]).toEqual([other, gone])
    // An address that cannot be read at all is answered before anything else is known of it.
    await expect(town.calendar('%zz')).resolves.toMatchObject({ status: 404, text: gone.text })
    for (const path of ['/calendar/', `/calendar/${secret}`, `/calendar/${secret}.ICS`])
      expect([path, await town.get(path)]).toEqual([path, gone])
    await expect(town.calendar(secret, { method: 'POST' })).resolves.toEqual(gone)
  })

  it('revoked twice is revoked once', async () => {
    const commandId = randomUUID()
    await revoke({ commandId })
    await expect(revoke({ commandId })).resolves.toEqual({ accepted: true, repeated: true })
    await expect(revoke()).resolves.toEqual({ accepted: true, repeated: true })
    const rows = await town.quiet.db.$queryRaw<
      unknown[]
    >`select 1 from audit_event where command_id = ${commandId}::uuid`
    expect(rows).toHaveLength(1)
  })

  it('ends the day its reader leaves, in London', async () => {
    await town.quiet.db.$executeRaw`update person set left_on = '2026-03-03' where id = ${PEOPLE.worker}::uuid`
    await expect(town.calendar(secret)).resolves.toMatchObject({ status: 200 })
    await town.quiet.db.$executeRaw`update person set left_on = '2026-03-02' where id = ${PEOPLE.worker}::uuid`
    await expect(town.calendar(secret)).resolves.toMatchObject({ status: 404 })
    await expect(make()).resolves.toMatchObject({ refused: 'not-allowed' })
    await expect(revoke({ actorId: ADMINISTRATOR })).resolves.toMatchObject({ accepted: true })
    await town.quiet.db.$executeRaw`update person set left_on = null where id = ${PEOPLE.worker}::uuid`
    await expect(town.calendar(secret)).resolves.toMatchObject({ status: 404 })
  })

  it.each([COORDINATOR, PEOPLE.teamManager, ADMINISTRATOR])('is made by nobody else (%s)', async (actorId) => {
    await expect(make({ actorId })).resolves.toMatchObject({ refused: 'not-allowed' })
    await expect(town.calendar(secret)).resolves.toMatchObject({ status: 200 })
  })

  it('is revoked by nobody else but an administrator, or whoever covers for one', async () => {
    await expect(revoke({ actorId: PEOPLE.teamManager })).resolves.toMatchObject({ refused: 'not-allowed' })
    await expect(town.calendar(secret)).resolves.toMatchObject({ status: 200 })
    const on = LocalDate.of(2026, 3, 2)
    const cover = { personId: ADMINISTRATOR, coverId: PEOPLE.teamManager, from: on, to: on, reason: 'leave' as const }
    await setCover(town.quiet, { ...cover, actorId: ADMINISTRATOR, commandId: randomUUID() })
    await expect(revoke({ actorId: PEOPLE.teamManager })).resolves.toMatchObject({ accepted: true, repeated: false })
    await expect(town.calendar(secret)).resolves.toMatchObject({ status: 404 })
  })

  it.each([{ personId: randomUUID() }, { actorId: randomUUID() }, { personId: 'x' }, { commandId: 'x' }])(
    'needs people and ids: %o',
    async (more) => {
      await expect(make(more)).resolves.toMatchObject({
        refused: expect.stringMatching(/unknown-person|bad-data/) as string,
      })
      await expect(revoke(more)).resolves.toMatchObject({
        refused: expect.stringMatching(/unknown-person|bad-data/) as string,
      })
    },
  )
})
