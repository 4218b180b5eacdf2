import { randomUUID } from 'node:crypto'
import { runUndelivered } from '../../client/cli/undeliveredCommand'
import { closeUndelivered } from '../../client/commands/closeUndelivered'
import { undelivered } from '../../client/queries/undelivered'
import { PEOPLE } from '../servers/factsToEvents'
import { lateAlert, type LateAlert } from '../servers/lateAlert'

const REFUSED = { outcome: 'refused', permanent: true, detail: 'The mail server answered 550.' } as const

describe('a person tells the reader whom a mail did not reach', () => {
  let alert: LateAlert
  beforeEach(async () => {
    alert = await lateAlert()
  })
  afterEach(() => alert.stop())

  describe('with nobody else', () => {
    beforeEach(async () => {
      await alert.quiet.db
        .$executeRaw`update role_grant set to_on = '2026-04-08' where person_id <> ${PEOPLE.teamManager}::uuid`
      alert.quiet.answerNext(REFUSED)
      await alert.quiet.deliver()
      await alert.planAndDeliver()
      await alert.quiet.db.$executeRaw`update role_grant set to_on = null`
      await alert.quiet.moveTo('2026-04-13')
    })
    const done = async (more: object = {}, as = PEOPLE.serviceManager) => {
      const [mail] = await alert.quiet.db.$queryRaw<{ id: string }[]>`select message_id::text as id from delivery_task`
      const answer = { messageId: mail?.id ?? '', how: 'telephone', actorId: as, commandId: randomUUID() } as const
      return closeUndelivered(alert.quiet, { ...answer, ...more })
    }

    it('told by telephone: the ladder counts from then, once', async () => {
      expect(await alert.log()).toEqual(['told 1 teamManager', 'skipped 1 teamManager'])
      const commandId = randomUUID()
      expect(await done({ commandId })).toEqual({ accepted: true, repeated: false })
      expect(await done({ commandId })).toEqual({ accepted: true, repeated: true })
      expect(await done()).toMatchObject({ refused: 'already-ended' })
      expect((await alert.log()).slice(2)).toEqual(['told 1 teamManager'])
      expect((await alert.entries()).at(-1)?.reason).toBe('told by telephone, by Person serviceManager')
      expect(await undelivered(alert.quiet.db)).toEqual([])
      for (const day of ['2026-04-14', '2026-04-15']) {
        await alert.quiet.moveTo(day)
        await alert.planAndDeliver()
      }
      expect(await alert.log()).toHaveLength(3)
      await alert.quiet.moveTo('2026-04-16')
      await alert.planAndDeliver()
      expect((await alert.log()).slice(3)).toEqual(['told 2 serviceManager'])
      expect(
        await alert.quiet.db
          .$queryRaw`select action, actor_id::text as actor from audit_event where action = 'undelivered-closed'`,
      ).toEqual([{ action: 'undelivered-closed', actor: PEOPLE.serviceManager }])
    })

    it('closed without a word: nobody was told, and the log says nothing', async () => {
      expect(await done({ how: 'not-needed' })).toMatchObject({ accepted: true })
      expect(await alert.log()).toHaveLength(2)
    })

    it('only who runs the authority may say so', async () => {
      expect(await done({}, PEOPLE.worker)).toMatchObject({ refused: 'not-allowed' })
      expect(await undelivered(alert.quiet.db)).toHaveLength(1)
    })

    it('from the command line', async () => {
      const [mail] = await undelivered(alert.quiet.db)
      const list = await alert.run((io) => runUndelivered(undefined, [], { data: '' }, io))
      expect(list.out).toContain(mail?.id)
      const close = (how: string) =>
        alert.run((io) => runUndelivered('done', [mail?.id ?? ''], { how, as: 'servicemanager', data: '' }, io))
      expect(await close('pigeon')).toMatchObject({ code: 2 })
      expect(await close('telephone')).toEqual({ code: 0, out: `${mail?.id ?? ''}: closed.\n` })
      expect((await alert.run((io) => runUndelivered(undefined, [], { data: '', json: true }, io))).out).toBe(
        '{\n  "format": 1,\n  "undelivered": []\n}\n',
      )
    })
  })

  it('told by telephone when somebody else had been told: the ladder goes on from them', async () => {
    alert.quiet.answerNext(REFUSED)
    await alert.quiet.deliver()
    await alert.planAndDeliver()
    await alert.quiet.moveTo('2026-04-13')
    const [mail] = await undelivered(alert.quiet.db)
    const closing = { messageId: mail?.id ?? '', how: 'telephone', actorId: PEOPLE.serviceManager } as const
    await closeUndelivered(alert.quiet, { ...closing, commandId: randomUUID() })
    expect((await alert.log()).at(-1)).toBe('told null teamManager')
    await alert.quiet.moveTo('2026-04-14')
    await alert.planAndDeliver()
    expect((await alert.log()).at(-1)).toBe('told 2 headOfService')
  })
})
