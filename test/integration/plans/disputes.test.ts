import { randomUUID } from 'node:crypto'
import { raiseDispute, type RaiseDispute } from '../../../client/commands/disputes/raise'
import { answerInformation, askInformation, endStage, resolveDispute } from '../../../client/commands/disputes/steps'
import { mattersPage } from '../../../client/queries/disputes/mattersPage'
import { PEOPLE } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'
import { typed } from '../../servers/typed'
import { answered } from './written'

let quiet: QuietTown
beforeEach(async () => {
  quiet = await quietTownOfOneCase()
  await quiet.moveTo('2026-03-02')
})
afterEach(() => quiet.stop())

const who = () => ({ ref: 'T-1', actorId: PEOPLE.worker, commandId: randomUUID() })
const raise = (more: Partial<RaiseDispute> = {}) =>
  answered(quiet, () => raiseDispute(quiet, { ...who(), about: 'the plan should not end', ...more }))
const stage = (outcome = 'no agreement', of?: string) =>
  answered(quiet, () => endStage(quiet, { ...who(), outcome, ...(of === undefined ? {} : { of }) }))
const page = async () => {
  const found = await mattersPage(quiet.db, 'T-1', PEOPLE.worker)
  if ('refused' in found) throw new Error(found.todo)
  return found
}
const stages = async () => (await page()).disputes.map(({ stage: now, dueOn }) => `${String(now)} ${String(dueOn)}`)
const mailsTo = (key: string) => quiet.mails.filter(({ to }) => to.address.startsWith(key))

describe('a professional dispute', () => {
  it('goes from stage to stage, and ends with its resolution', async () => {
    expect(await raise()).toBe('taken')
    expect(await stages()).toEqual(['1 2026-03-04'])
    for (const after of ['2 2026-03-09', '3 2026-03-09', '4 2026-03-12']) {
      expect(await stage()).toBe('taken')
      expect(await stages()).toEqual([after])
    }
    expect(await stage()).toContain('The last stage ends with the resolution')
    const resolve = (reason: string) => answered(quiet, () => resolveDispute(quiet, { ...who(), reason }))
    expect(await resolve(' ')).toContain('--reason')
    expect(await resolve('the plan goes on')).toBe('taken')
    expect(await stages()).toEqual([])
    expect(await stage()).toContain('None is open')
  })

  it('is refused without words, and of two that are open one has to be named', async () => {
    expect(await raise({ about: ' ' })).toContain('Say what is disputed')
    expect(await stage()).toContain('None is open')
    await raise()
    await raise({ about: 'the visits' })
    const { disputes } = await page()
    const said = await stage()
    expect(said).toContain('Several are open')
    for (const { id } of disputes) expect(said).toContain(id)
    expect(await stage('no agreement', randomUUID())).toContain('None that is open')
    expect(await stage(' ', disputes[1]?.id)).toContain('--outcome')
    expect(await stage('no agreement', disputes[1]?.id)).toBe('taken')
    expect((await page()).disputes.map((one) => one.stage)).toEqual([1, 2])
  })
})

describe('a dispute about immediate risk', () => {
  const evening = 21 * 60
  const told = () => mailsTo('servicemanager').filter(({ text }) => text.includes('raised a professional dispute'))

  it('is told to the service manager at once, on a Saturday evening too, and climbs from there', async () => {
    await quiet.moveTo('2026-03-07', evening)
    expect(await raise({ immediateRisk: true, about: 'she is there tonight' })).toBe('taken')
    await quiet.deliver()
    expect(told()).toHaveLength(1)
    expect(told()[0]?.text).toContain('raised a professional dispute on 7 March 2026: “she is there tonight”')
    expect(await stages()).toEqual(['2 2026-03-07'])
    for (const day of ['2026-03-09', '2026-03-10', '2026-03-16']) await quiet.dayComes(day)
    expect(told()).toHaveLength(1)
    expect(mailsTo('headofservice').filter(({ subject }) => subject.includes('professional dispute'))).toHaveLength(1)
    expect(mailsTo('teammanager').filter(({ subject }) => subject.includes('professional dispute'))).toEqual([])
  })

  it('goes to the next person where that mail does not arrive', async () => {
    quiet.answerNext({ outcome: 'refused', permanent: true, detail: '550 no such mailbox' })
    await raise({ immediateRisk: true })
    await quiet.deliver()
    await quiet.dayComes('2026-03-02')
    expect(mailsTo('headofservice').filter(({ subject }) => subject.includes('professional dispute'))).toHaveLength(1)
  })

  it('is told again for a second one, and no second time for the same command', async () => {
    const commandId = randomUUID()
    for (let sent = 0; sent < 2; sent += 1) await raise({ immediateRisk: true, about: 'the first', commandId })
    await quiet.deliver()
    expect(told()).toHaveLength(1)
    await raise({ immediateRisk: true, about: 'the second' })
    await quiet.deliver()
    expect(told().map(({ text }) => text.includes('“the second”'))).toEqual([false, true])
  })

  it('is told in the same way where it is recorded as a fact', async () => {
    await quiet.moveTo('2026-03-07', evening)
    const data = { about: 'she is there tonight', immediateRisk: true }
    await quiet.record({ ref: 'T-1', kind: 'dispute-raised', data, actorId: PEOPLE.worker })
    await quiet.deliver()
    expect(told()).toHaveLength(1)
  })

  it('is raised today, and for no other day', async () => {
    expect(await raise({ immediateRisk: true, on: '2026-02-27' })).toContain('raised today')
  })
})

describe('a request for information', () => {
  const ask = (agency: string, what: string) => answered(quiet, () => askInformation(quiet, { ...who(), agency, what }))
  const answer = (words: string) => answered(quiet, () => answerInformation(quiet, { ...who(), words }))

  it('is open until it is answered', async () => {
    expect(await answer('all is well')).toContain('None is open')
    expect(await ask('school', ' ')).toContain('Say which agency')
    expect(await ask('school', 'attendance')).toBe('taken')
    expect((await page()).requests.map(({ agency, dueOn }) => `${agency} ${String(dueOn)}`)).toEqual([
      'school 2026-03-16',
    ])
    expect(await answer(' ')).toContain('--words')
    expect(await answer('two days of five')).toBe('taken')
    expect((await page()).requests).toEqual([])
  })
})

describe('on the command line', () => {
  it('disputes and requests are raised, listed and ended', async () => {
    const type = (...words: string[]) => typed(quiet.town, ...words, '--as', 'Person worker')
    expect(await type('dispute', 'raise', 'T-1', '--about', 'the plan')).toMatchObject({ code: 0 })
    expect(await type('information', 'ask', 'T-1', '--agency', 'school', '--what', 'attendance')).toMatchObject({
      code: 0,
    })
    const { out } = await type('dispute', 'list', 'T-1')
    expect(out).toContain('Case T-1 · 1 open dispute · 1 request without an answer')
    expect(out).toContain('1 of 4')
    expect(await type('dispute', 'stage', 'T-1', '--outcome', 'no agreement')).toMatchObject({ code: 0 })
    expect(await type('dispute', 'resolve', 'T-1', '--reason', 'agreed')).toMatchObject({ code: 0 })
    expect(await type('information', 'answer', 'T-1', '--words', 'two days of five')).toMatchObject({ code: 0 })
    expect(JSON.parse((await type('information', 'list', 'T-1', '--json')).out)).toMatchObject({
      disputes: [],
      requests: [],
    })
  })
})
