import { randomUUID } from 'node:crypto'
import { changeAccess } from '../../../client/commands/changeAccess'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { planAll } from '../../servers/supervisionTown'
import { allBut, csvRows, discussedFact, figuresTown, heldOn, refsOn, typedFigures } from './figuresTown'

const coverageRows = async (quiet: QuietTown, month: string): Promise<readonly string[]> =>
  (await csvRows(quiet, month)).filter((row) => row.startsWith('coverage-'))

describe('the figures of supervision, as time goes on', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await figuresTown()
  })
  afterEach(() => quiet.stop())

  it('a case left out of its session stays to be seen, with its reason; an absence runs on from the month before', async () => {
    const [out = '', ...others] = await refsOn(quiet, '2027-03-16')
    const notDiscussed = [{ ref: out, why: 'the worker was ill' }]
    await heldOn(quiet, '2027-03-16', { present: allBut(PEOPLE.worker), notDiscussed })
    await quiet.moveTo('2027-04-06')
    await planAll(quiet)
    const rows = await csvRows(quiet, '2027-03')
    expect(rows).toEqual(expect.arrayContaining(['coverage-discussed,,2,4', 'repeated-absence,,1,7']))
    expect(rows).toEqual(expect.arrayContaining(['minutes-not-out,,1,1', 'summaries-never,,2,2']))
    const { out: text } = await typedFigures(quiet, { from: '2027-03', to: '2027-03' })
    expect(text).toContain('Person worker  social-worker  16 February 2027, 16 March 2027\n')
    expect(text).toContain(`${out}   It was not discussed on 16 March 2027, and no day of the month is left.\n`)
    for (const ref of others) expect(text).not.toContain(ref)
  })

  it('a restricted case is counted and never named, not even in the reason of another', async () => {
    const [hidden = '', other = ''] = await refsOn(quiet, '2027-03-16')
    await heldOn(quiet, '2027-03-16', {
      present: allBut(),
      notDiscussed: [
        { ref: hidden, why: 'no time' },
        { ref: other, why: `no time after ${hidden}` },
      ],
    })
    const before = await typedFigures(quiet, { csv: true })
    await changeAccess(quiet, {
      ...{ ref: hidden, change: { what: 'restrict' }, reason: 'a colleague’s relative' },
      ...{ actorId: PEOPLE.headOfService, commandId: randomUUID() },
    })
    expect(await typedFigures(quiet, { csv: true })).toEqual(before)
    for (const json of [true, false])
      expect((await typedFigures(quiet, { json })).out).not.toMatch(new RegExp(`${hidden}\\b`))
    const { out } = await typedFigures(quiet, { from: '2027-03' })
    expect(out).toMatch(/ {2}1 restricted case$/m)
    expect(out).toContain('Not discussed on 16 March 2027: no time after another case')
  })

  it('a discussion from before sessions were kept here counts, until it is taken back; so does one of a session', async () => {
    expect(await coverageRows(quiet, '2027-01')).toContain('coverage-gap,,4,4')
    const told = { ref: 'T-1', on: '2027-01-19', session: 'paper-7' }
    const takesBack = await discussedFact(quiet, told)
    expect(await coverageRows(quiet, '2027-01')).toContain('coverage-discussed,,1,4')
    await discussedFact(quiet, { ...told, takesBack })
    expect(await coverageRows(quiet, '2027-01')).toContain('coverage-discussed,,0,4')
    const [event] = await quiet.db.$queryRaw<{ id: string; ref: string; session: string }[]>`
      select e.id::text, c.ref, e.payload ->> 'session' as session from chronology_event e join case_file c on c.id = e.case_id
      where e.kind = 'discussed-in-supervision' and e.occurred_on = '2027-02-02' order by c.ref limit 1`
    await discussedFact(quiet, { ref: '', session: '', ...event, on: '2027-02-02', takesBack: event?.id ?? '' })
    expect(await coverageRows(quiet, '2027-02')).toEqual(
      expect.arrayContaining(['coverage-discussed,,3,4', 'coverage-neither,,1,4']),
    )
  })

  it('a team whose name a spreadsheet would run is text', async () => {
    await quiet.db.$executeRaw`update team set name = '=HYPERLINK("x"), Ltd' where id = ${TEAM}::uuid`
    const { out } = await typedFigures(quiet, { csv: true, from: '2027-02', to: '2027-02' })
    expect(out).toContain('\r\n"\'=HYPERLINK(""x""), Ltd",2027-02,coverage-discussed,,4,4\r\n')
    expect(out).not.toMatch(/^[=+\-@]/m)
  })
})
