import { PEOPLE, workTown, type WorkTown } from './workTown'
import type { Visitor } from '../../servers/visitor'

describe('searching', () => {
  let town: WorkTown
  let worker: Visitor
  beforeAll(async () => {
    town = await workTown('2026-02-10')
    await town.db
      .$executeRaw`update child set forename = 'Mary Jane', surname = 'O''Neill-Árnason' where id = ${town.planned.child}::uuid`
    worker = await town.visitorAs(PEOPLE.worker)
  })
  afterAll(() => town.stop())
  const found = async (q: string, who = worker): Promise<string> => {
    const { text, status } = await who.get(`/search?q=${encodeURIComponent(q)}`)
    expect(status).toBe(200)
    return text
  }

  it.each([
    'mary',
    'JANE',
    'neil',
    'o’neill',
    'árna',
    'Arnas',
    'ÁRN',
    'jan ma',
    "o'neill-árn mary",
    'worker',
    'mary t-1',
    'T-1 wor',
  ])('finds a case by the start of each word: %s', async (q) => {
    const text = await found(q)
    expect(text).toContain('1 case matches.')
    expect(text).toContain("T-1 Mary Jane O'Neill-Árnason")
  })

  it.each(['ane', 'mary zebedee', 'T-1x', 'no%', '_-1', '%%', 'a & b', '\\\\', '(((', 'ma|xx', 'mary !ane'])(
    'finds nothing by %s, and does not fail',
    async (q) => {
      const text = await found(q)
      expect(text).not.toMatch(/\d cases? match/)
    },
  )

  it('writes into the audit whose names were shown, and nothing of what was typed', async () => {
    const noted = () => town.db.$queryRaw<{ actor_id: string; detail: object }[]>`
      select actor_id, detail from audit_event where action = 'view-names' order by id`
    const before = (await noted()).length
    await found('mary')
    await found('nobody of this name')
    expect((await noted()).slice(before)).toEqual([
      { actor_id: PEOPLE.worker, detail: { page: '/search', refs: ['T-1'] } },
    ])
  })

  it('goes straight to the case of a reference, in any letters', async () => {
    const answer = await worker.get('/search?q=t-1')
    expect([answer.status, answer.to]).toEqual([303, '/cases/T-1'])
  })

  it('finds neither another team’s case nor a restricted one, by name, reference or worker', async () => {
    for (const q of ['zebedee', 'T-77', 'T-88', 'stranger'])
      expect(await found(q)).toContain('No case that you may open')
    const stranger = await town.visitorAs(town.stranger)
    expect(await found('zebedee', stranger)).toContain('1 case matches.')
    expect((await stranger.get('/search?q=T-77')).to).toBe('/cases/T-77')
    expect(await found('T-1', stranger)).not.toContain('Mary')
  })

  it('asks for two letters, and says how to search', async () => {
    expect(await found('m')).toContain('Type two letters or numbers at least.')
    expect(await found('')).toContain('Type a reference')
  })

  it('never has what was typed, or a name, in the title, and logs nothing', async () => {
    const { body } = await worker.get('/search?q=mary')
    expect(/<title>([\s\S]*?)<\/title>/.exec(body)?.[1]).toMatch(/^Search – /)
    expect(town.logged).toEqual([])
  })

  it('says when there are more than fifty', async () => {
    await town.db.$executeRaw`
      insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version)
      select gen_random_uuid(), 'NM-' || n, c.team_id, true, 0, 0, '' from case_file c, generate_series(1, 51) n where c.ref = 'T-1'`
    const { body, text } = await worker.get('/search?q=nm-')
    expect(text).toContain('More than 50 cases match.')
    expect(body.match(/<tr class="govuk-table__row"><th scope="row"/g)).toHaveLength(50)
  })
})
