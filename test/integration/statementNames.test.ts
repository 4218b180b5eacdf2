import { openDatabase } from '../../prisma/database'

it('a connection prepares the same question once, whatever it is asked about', async () => {
  const db = openDatabase(process.env['TEST_POSTGRES'] ?? '', 1)
  try {
    for (const number of [1, 2, 3]) await db.$queryRaw`select ${number}::int as asked`
    const prepared = await db.$queryRaw<{ asked: bigint }[]>`
      select generic_plans + custom_plans as asked from pg_prepared_statements where statement like '%as asked' and statement not like '%prepared%'`
    expect(prepared.map(({ asked }) => Number(asked))).toEqual([3])
  } finally {
    await db.$disconnect()
  }
})
