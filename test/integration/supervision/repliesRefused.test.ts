import { takeReplyMail } from '../../../client/commands/supervision/takeReply'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import { answeringTown, UNANSWERED, type AnsweringTown } from './answeringTown'
import type { Answering } from './answersTo'
import type { ReplySink } from './replySink'

describe('an answer by mail is refused', () => {
  let town: AnsweringTown
  let sessionId: string
  beforeAll(async () => {
    town = await answeringTown()
  })
  beforeEach(() => {
    sessionId = town.nextSession()
  })
  afterAll(() => town.stop())

  const answer = (more: Partial<Answering> = {}) => town.answer(sessionId, more)
  const taken = (mail: Parameters<ReplySink['answer']>[0]) => town.sink.answer(mail)
  const stands = () => town.stands(sessionId)

  it('from somebody else', async () => {
    const mail = await answer({ from: 'otherworker@test.example' })
    await expect(taken(mail)).resolves.toMatchObject([{ taken: false, refused: 'sender-differs' }])
    await expect(stands()).resolves.toEqual(UNANSWERED)
  })

  it('from nobody in particular', async () => {
    const { raw } = await answer()
    const twoSenders = Buffer.concat([Buffer.from('From: somebody@elsewhere.example\r\n'), raw])
    await expect(takeReplyMail(town.quiet, twoSenders)).resolves.toMatchObject([
      { taken: false, refused: 'sender-differs' },
    ])
    await expect(stands()).resolves.toEqual(UNANSWERED)
  })

  it.each([
    { of: 'a session nobody has', uid: '00000000-0000-4000-8000-000000000000@caseclock.test.example' },
    { of: 'another authority', uid: '00000000-0000-4000-8000-000000000000@caseclock.elsewhere.example' },
    { of: 'no session at all', uid: "' or true --@caseclock.test.example" },
    { of: 'nothing', uid: '@caseclock.test.example' },
  ])('with the UID of $of', async ({ uid }) => {
    await expect(taken(await answer({ uid }))).resolves.toMatchObject([{ taken: false, refused: 'unknown-session' }])
  })

  it('from an address nobody has', async () => {
    const mail = await answer({ attendee: 'stranger@test.example' })
    await expect(taken(mail)).resolves.toMatchObject([{ taken: false, refused: 'unknown-person' }])
  })

  it('from somebody who is not invited, and from somebody who is no longer', async () => {
    await addPerson(town.quiet, { key: 'elsewhere', role: 'detective-sergeant', team: TEAM })
    const stranger = await answer({ attendee: 'elsewhere@test.example' })
    await expect(taken(stranger)).resolves.toMatchObject([{ taken: false, refused: 'not-invited' }])
    await town.quiet.db.$executeRaw`
      update attendance set uninvited_on = '2026-03-02' where session_id = ${sessionId}::uuid and person_id = ${PEOPLE.worker}::uuid`
    await expect(taken(await answer())).resolves.toMatchObject([{ taken: false, refused: 'not-invited' }])
    await expect(stands()).resolves.toEqual(UNANSWERED)
  })

  it('from an address that several of those invited share', async () => {
    await town.quiet.db
      .$executeRaw`update person set email = ${'Worker@test.example'} where id = ${PEOPLE.otherWorker}::uuid`
    await expect(taken(await answer())).resolves.toMatchObject([{ taken: false, refused: 'unknown-person' }])
    await town.quiet.db
      .$executeRaw`update person set email = 'otherworker@test.example' where id = ${PEOPLE.otherWorker}::uuid`
  })

  it('from somebody who has left', async () => {
    await town.quiet.db.$executeRaw`update person set left_on = '2026-03-02' where id = ${PEOPLE.worker}::uuid`
    await expect(taken(await answer())).resolves.toMatchObject([{ taken: false, refused: 'not-allowed' }])
    await town.quiet.db.$executeRaw`update person set left_on = null where id = ${PEOPLE.worker}::uuid`
  })

  it('when it passes the invitation on to somebody else', async () => {
    const mail = await answer({ answer: 'DELEGATED' as 'ACCEPTED' })
    await expect(taken(mail)).resolves.toMatchObject([{ taken: false, refused: 'unreadable' }])
    await expect(stands()).resolves.toEqual(UNANSWERED)
  })

  it('whose sentences of refusal hold no address', async () => {
    for (const more of [
      { from: 'eve@elsewhere.example' },
      { attendee: 'eve@elsewhere.example' },
      { uid: 'eve@elsewhere.example' },
    ])
      expect(JSON.stringify(await taken(await answer(more)))).not.toContain('eve')
  })
})
