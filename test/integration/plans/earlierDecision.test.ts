import { randomUUID } from 'node:crypto'
import { changeAccess } from '../../../client/commands/changeAccess'
import { recordEvent } from '../../../client/commands/recordEvent'
import { casePage } from '../../../client/queries/casePage'
import { plansPage } from '../../../client/queries/plans/plansPage'
import { addCase, PEOPLE } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'
import { typed } from '../../servers/typed'
import { answered } from './written'

const decided = [{ rule: 'assessment', subject: 'case', decision: 'the school leads' }]

describe('a referral soon after a case was closed shows what was decided then', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await quiet.record({
      ...{ ref: 'T-1', kind: 'case-closed', on: '2026-02-16', data: { reason: 'change has held', decided } },
      actorId: PEOPLE.teamManager,
    })
  })
  afterEach(() => quiet.stop())

  const refer = (ref: string, data: object = {}) =>
    quiet.record({ ref, kind: 'referral-received', data: { source: '2A', ...data }, actorId: PEOPLE.teamManager })
  const read = async (ref: string, readerId: string = PEOPLE.worker) => {
    const page = await plansPage(quiet.db, ref, readerId)
    return 'refused' in page ? page.todo : page.earlier
  }
  const closing = { what: 'closed', because: 'change has held', decided, within: '6 calendar months' }

  it('on the same case, for whoever reads it', async () => {
    expect(await read('T-1', PEOPLE.teamManager)).toEqual([])
    await refer('T-1')
    expect(await read('T-1', PEOPLE.teamManager)).toMatchObject([{ ref: 'T-1', closing }])
    expect((await casePage(quiet.db, 'T-1'))?.earlier).toMatchObject([{ ref: 'T-1', closing }])
    const { out } = await typed(quiet.town, 'case', 'T-1')
    expect(out).toContain(
      'Referred on 2 March 2026, within 6 calendar months of closing: closed on 16 February 2026, because change has held, decided assessment: the school leads.',
    )
  })

  it('within 12 months and no longer within 6; after a year no more', async () => {
    await quiet.moveTo('2026-08-17')
    await refer('T-1')
    expect(await read('T-1')).toMatchObject([{ closing: { within: '12 calendar months' } }])
    await quiet.record({ ref: 'T-1', kind: 'case-closed', data: { reason: 'again' }, actorId: PEOPLE.teamManager })
    await quiet.moveTo('2027-08-18')
    await refer('T-1')
    const late = await read('T-1', PEOPLE.teamManager)
    expect(late).toHaveLength(1)
  })

  it('on another case that names it as the earlier one', async () => {
    await addCase(quiet.town, 'T-2', '2026-02-27')
    await refer('T-2', { earlierCase: 'T-1' })
    expect(await read('T-2')).toMatchObject([{ ref: 'T-1', closing }])
    expect((await typed(quiet.town, 'plans', 'T-2', '--as', 'Person worker')).out).toContain(
      'of closing case T-1: closed on',
    )
  })

  it('only to whoever may open the earlier case', async () => {
    await addCase(quiet.town, 'T-2', '2026-02-27')
    await refer('T-2', { earlierCase: 'T-1' })
    const by = { ref: 'T-1', actorId: PEOPLE.headOfService, reason: 'known to the family' }
    const give = { what: 'grant', personId: PEOPLE.headOfService, from: null, to: null } as const
    await changeAccess(quiet, { ...by, change: give, commandId: randomUUID() })
    await changeAccess(quiet, { ...by, change: { what: 'restrict' }, commandId: randomUUID() })
    expect(await read('T-2')).toMatchObject([{ ref: 'T-1', closing: null }])
    expect(await read('T-2', PEOPLE.headOfService)).toMatchObject([{ ref: 'T-1', closing }])
    expect((await casePage(quiet.db, 'T-2'))?.earlier).toMatchObject([{ closing: null }])
    const { out } = await typed(quiet.town, 'plans', 'T-2', '--as', 'Person worker')
    expect(out).toContain('after case T-1, which is not open to you')
    expect(out).not.toContain('change has held')
  })

  it.each([
    ['nobody knows', 'T-9', 'There is no case T-9'],
    ['is itself', 'T-1', 'The earlier case is this case'],
  ])('an earlier case that %s is refused', async (_what, earlierCase, says) => {
    const said = await answered(quiet, () =>
      recordEvent(quiet, {
        ...{ ref: 'T-1', kind: 'referral-received', data: { source: '2A', earlierCase } },
        ...{ actorId: PEOPLE.teamManager, commandId: randomUUID() },
      }),
    )
    expect(said).toContain(says)
  })
})
