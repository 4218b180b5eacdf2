import { addCase, addPeople, PEOPLE } from '../../servers/factsToEvents'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const PATH = '/cases/T-1/closing'
const day = (name: string, [year = '', month = '', one = '']: readonly string[]) => ({
  ...{ [`${name}-day`]: one, [`${name}-month`]: month, [`${name}-year`]: year },
})
const EVIDENCE = {
  ...day('changeSince', ['2025', '11', '1']),
  ...day('childSeenOn', ['2026', '1', '12']),
  ...{ tried: 'weekly visits', whoNotices: 'the school', sooner: 'seen daily at school', chronologyRead: 'yes' },
}

describe('a closing on which something was not chosen', () => {
  let town: WebTown
  let worker: Visitor
  beforeAll(async () => {
    town = await webTown('2026-01-12')
    await addPeople(town.town)
    await addCase(town.town, 'T-1', '2026-01-12')
    await town.dayComes('2026-03-03')
    worker = await town.visitorAs(PEOPLE.worker)
  })
  afterAll(() => town.stop())

  const kinds = async (): Promise<readonly string[]> => {
    const rows = await town.db.$queryRaw<{ kind: string }[]>`
      select e.kind from chronology_event e join case_file c on c.id = e.case_id
      where c.ref = 'T-1' and (e.kind like 'closure-%' or e.kind like 'step-down-%') order by e.position`
    return rows.map(({ kind }) => kind)
  }

  it.each([
    ['nothing', {}],
    ['levels and nothing else', { from: 'cpp', to: 'cin' }],
    ['what nobody can propose', { what: 'everything' }],
  ])('proposes nothing where %s was chosen, and keeps what was typed', async (_what, chosen) => {
    const sent = await worker.post(`${PATH}/propose`, { ...EVIDENCE, ...chosen }, PATH)
    expect([sent.status, sent.text.includes('Choose what is proposed')]).toEqual([422, true])
    expect(sent.body).toContain('weekly visits</textarea>')
    expect(await kinds()).toEqual([])
  })

  it('declines nothing because no button came with the form', async () => {
    await worker.post(`${PATH}/propose`, { ...EVIDENCE, what: 'closure' }, PATH)
    expect(await kinds()).toEqual(['closure-proposed'])
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const unsaid = await manager.post(`${PATH}/answer`, { what: 'closure', reason: 'too early' }, PATH)
    expect([unsaid.status, unsaid.text.includes('Choose: accept it or decline it')]).toEqual([422, true])
    expect((await manager.post(`${PATH}/answer`, { answer: 'accepted' }, PATH)).status).toBe(422)
    expect((await manager.post(`${PATH}/effect`, { reason: 'change has held' }, PATH)).status).toBe(422)
    expect(await kinds()).toEqual(['closure-proposed'])
  })
})
