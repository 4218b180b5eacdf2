import { Client } from 'pg'
import { addCase, PEOPLE, type TestCase } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

const [ROUND, HOUR_LATER] = [7 * 60 + 30, 8 * 60 + 30]

describe('what keeps a digest, or a line of it, from being written is kept where a person sees it', () => {
  let quiet: QuietTown
  let second: TestCase
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    second = await addCase(quiet.town, 'T-2', '2026-02-02')
    await quiet.moveTo('2026-04-07', ROUND - 60)
    await quiet.planning.holdMorningRound()
    await quiet.moveTo('2026-04-07', ROUND)
    await quiet.plan()
  })
  afterEach(() => quiet.stop())

  /** As whoever owns the database: the application may make no triggers. */
  const asOwner = async (sql: string): Promise<void> => {
    const owner = new Client({ connectionString: quiet.town.url })
    await owner.connect()
    await owner.query(sql)
    await owner.end()
  }
  const round = async (): Promise<unknown> => {
    const [row] = await quiet.db.$queryRaw<{ problem: string | null; failed: number }[]>`
      select problem, (report->>'failed')::int as failed from process where id = 'round'`
    return row
  }

  it('a digest that cannot be written: on the row of the round, until it has been', async () => {
    await asOwner(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger refuse before insert on message for each row when (new.recipient_id = '${PEOPLE.worker}') execute function refuse()`)
    await quiet.planning.holdMorningRound()
    const failed = {
      failed: 1,
      problem: expect.stringMatching(/^1 digest could not be written: PrismaClient\w+ P2010$/) as string,
    }
    expect(await round()).toEqual(failed)
    await quiet.planning.holdMorningRound() // nudged in between: it has nothing to do, and the problem stands
    expect(await round()).toEqual(failed)
    await asOwner('drop trigger refuse on message')
    await quiet.moveTo('2026-04-07', HOUR_LATER)
    await quiet.planning.holdMorningRound()
    expect(await round()).toEqual({ failed: 0, problem: null })
    await quiet.deliver()
    expect(quiet.mails.map(({ to }) => to.address)).toEqual(['worker@test.example'])
  })

  it('a line that cannot be put into words: on its case', async () => {
    await asOwner(`
      create function harm() returns trigger language plpgsql as $$ begin new.explanation := 'null'; return new; end $$;
      create trigger harm before insert or update on obligation for each row
        when (new.case_id = '${second.id}') execute function harm();
      update obligation set title = title`)
    await quiet.planning.holdMorningRound()
    await quiet.deliver()
    const [mail] = quiet.mails
    expect(mail?.text).toContain('Case T-1: Assessment')
    expect(mail?.text).toContain('Case T-2 could not be worked out')
    expect(await quiet.db.$queryRaw`select ref, problem from case_file order by ref`).toEqual([
      { ref: 'T-1', problem: null },
      { ref: 'T-2', problem: 'TypeError' },
    ])
  })
})
