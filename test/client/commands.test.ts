import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { runAgenda } from '../../client/cli/agendaCommand'
import { CommandFailed, type Io } from '../../client/cli/io'
import { runTimeline } from '../../client/cli/timelineCommand'
import { EXAMPLE, FIRST_REVIEW } from '../domain/contractExample'

describe('the pure commands', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-facts-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = (content: unknown, called = 'facts'): string => {
    const name = path.join(folder, `${called}.json`)
    writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content))
    return name
  }
  const heard = () => {
    let out = ''
    const io: Io = { out: (text) => void (out += text), err: () => undefined }
    return { io, said: () => out }
  }
  const timelineOf = async (content: unknown): Promise<string> => {
    const { io, said } = heard()
    expect(await runTimeline({ facts: file(content), today: '2026-11-20', json: true }, io)).toBe(0)
    return said()
  }
  const failure = async (run: () => unknown): Promise<CommandFailed> => {
    try {
      await run()
    } catch (error) {
      if (error instanceof CommandFailed) return error
      throw error
    }
    throw new Error('It did not fail.')
  }

  it('timeline --json is as the contract shows it', async () => {
    const { obligations, policy, calendar } = JSON.parse(await timelineOf(EXAMPLE)) as {
      obligations: { rule: string }[]
      policy: string
      calendar: string
    }
    expect({ policy, calendar }).toEqual({
      policy: 'england-family-safeguarding@1',
      calendar: 'england-and-wales@2026-11',
    })
    expect(obligations.find(({ rule }) => rule === 'review-first')).toEqual(FIRST_REVIEW)
  })

  it('the same input always gives the same bytes', async () => {
    expect(await timelineOf(EXAMPLE)).toBe(await timelineOf(EXAMPLE))
  })

  it('agenda --json names each notice of the day it is told on', async () => {
    const { io, said } = heard()
    await runAgenda({ facts: file(EXAMPLE), from: '2026-05-07', to: '2026-05-07', json: true }, io)
    const { notices } = JSON.parse(said()) as { notices: unknown[] }
    expect(notices).toContainEqual({
      on: '2026-05-07',
      lane: 'digest',
      to: 'social-worker',
      rule: 'review-first',
      subject: 'c1',
      occurrence: 1,
      step: 'book-6w',
      dueOn: '2026-06-18',
    })
  })

  it('agenda --policy follows the rules of a file', async () => {
    const rules = structuredClone(englandFamilySafeguarding1.rules).map((rule) =>
      rule.id === 'review-first' ? { ...rule, interval: { n: 2, unit: 'months' as const } } : rule,
    )
    const { io, said } = heard()
    const policy = file({ id: 'our-council@1', rules }, 'policy')
    await runAgenda({ facts: file(EXAMPLE), from: '2026-05-18', to: '2026-05-18', policy, json: true }, io)
    const { policy: named, notices } = JSON.parse(said()) as {
      policy: string
      notices: { rule: string; step: string }[]
    }
    expect(named).toBe('our-council@1')
    expect(notices.filter(({ rule }) => rule === 'review-first').map(({ step }) => step)).toContain('late')
  })

  const withEvent = (change: object) => ({ ...EXAMPLE, events: [{ ...EXAMPLE.events[0], ...change }] })
  it.each([
    ['not JSON', '{', 'cannot be read'],
    [
      'an unknown kind',
      withEvent({ kind: 'tea-party' }),
      'events[0].kind (event e1): this kind is not known. Allowed: contact-received',
    ],
    ['an unknown child', withEvent({ children: ['c3'] }), 'events[0].children[0] (event e1): this case has c1 and c2'],
    ['a day that does not exist', withEvent({ on: '2026-02-30' }), 'events[0].on'],
    ['a wrong payload', withEvent({ data: { opensSection47: 'yes' } }), 'events[0].data.opensSection47 (event e1)'],
    [
      'an id that stands twice',
      { ...EXAMPLE, events: [EXAMPLE.events[0], EXAMPLE.events[0]] },
      'events[1].id (event e1): this id stands twice',
    ],
    ['another format', { ...EXAMPLE, format: 2 }, 'format'],
  ])('%s ends with exit code 2 and says where', async (_what, content, says) => {
    const failed = await failure(() => runTimeline({ facts: file(content), json: true }, heard().io))
    expect(failed.exitCode).toBe(2)
    expect(failed.message).toContain(says)
  })

  it.each([
    ['2026-13-01', '2026-12-01', '--from 2026-13-01 is not a day that exists'],
    ['2026-12-02', '2026-12-01', 'lies before --from'],
  ])('agenda from %s to %s is refused', async (from, to, says) => {
    expect((await failure(() => runAgenda({ facts: file(EXAMPLE), from, to }, heard().io))).message).toContain(says)
  })
})
