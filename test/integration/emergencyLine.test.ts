import { openDatabase } from '../../prisma/database'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { typed } from '../servers/typed'

const RING = 'Caseclock is no emergency channel. At immediate risk ring 01632 960100.'

/** An assessment is due 45 working days after 2 February 2026: on 8 April. Its manager is told on 9 April. */
describe('whom an alert says to ring', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase({ namespace: true })
  })
  afterEach(async () => {
    await quiet.stop()
  })

  const migrateWith = (line: string) =>
    typed({ environment: () => ({ ...quiet.town.environment(), EMERGENCY_LINE: line }) }, 'migrate')
  const lineNow = async (): Promise<string | undefined> => {
    const db = openDatabase(quiet.town.url, 1)
    const rows = await db.$queryRaw<{ emergency_line: string }[]>`select emergency_line from authority`
    await db.$disconnect()
    return rows[0]?.emergency_line
  }

  it('is set by migrate, also later, and stands in the mail', async () => {
    const { code, out } = await migrateWith(RING)
    expect({ code, out }).toEqual({ code: 0, out: `The database is up to date.\nEvery alert now says: ${RING}\n` })
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
    await quiet.deliver()
    expect(
      quiet.mails.filter(({ subject }) => subject.startsWith('Held up')).map(({ text }) => text.includes(RING)),
    ).toEqual([true])
  })

  it('stays as it is where none is given, or the same', async () => {
    await migrateWith(RING)
    for (const line of ['', ' ', RING]) expect((await migrateWith(line)).out).toBe('The database is up to date.\n')
    expect(await lineNow()).toBe(RING)
  })
})
