import { openDatabase } from '../../prisma/database'
import { testTown, type TestTown } from '../servers/testTown'

describe('a connection', () => {
  let town: TestTown
  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-03-02' })
  })
  afterAll(async () => {
    await town.stop()
  })

  it('prepares the same question once, whatever it is asked about', async () => {
    const db = openDatabase(town.url, 1)
    try {
      for (const number of [1, 2, 3]) await db.$queryRaw`select ${number}::int as asked`
      const prepared = await db.$queryRaw<{ asked: bigint }[]>`
        select generic_plans + custom_plans as asked from pg_prepared_statements where statement like '%as asked' and statement not like '%prepared%'`
      expect(prepared.map(({ asked }) => Number(asked))).toEqual([3])
    } finally {
      await db.$disconnect()
    }
  })
})
