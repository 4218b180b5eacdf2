import { randomUUID } from 'node:crypto'
import { answerProposal, type AnswerProposal } from '../../../client/commands/closing/answerProposal'
import { propose, type Propose } from '../../../client/commands/closing/propose'
import { takeEffect, type TakeEffect } from '../../../client/commands/closing/takeEffect'
import { casePage } from '../../../client/queries/casePage'
import { closingPage } from '../../../client/queries/closing/closingPage'
import { PEOPLE } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'
import { typed } from '../../servers/typed'
import { answered } from './written'

let quiet: QuietTown
beforeEach(async () => {
  quiet = await quietTownOfOneCase()
  // Referred and seen on 2 February; change since the first of January a year before.
  await quiet.moveTo('2026-03-02')
})
afterEach(() => quiet.stop())

const evidence = {
  ...{ changeSince: '2025-12-02', childSeenOn: '2026-02-02', chronologyRead: true as const },
  ...{ tried: 'a family meeting', whoNotices: 'the school' },
}
const proposing = (more: Partial<Propose> = {}) =>
  answered(quiet, () =>
    propose(quiet, {
      ...{ ref: 'T-1', what: 'closure', evidence, actorId: PEOPLE.worker, commandId: randomUUID() },
      ...more,
    }),
  )
const answering = (more: Partial<AnswerProposal> = {}) =>
  answered(quiet, () =>
    answerProposal(quiet, {
      ...{ ref: 'T-1', what: 'closure', answer: 'accepted', actorId: PEOPLE.teamManager, commandId: randomUUID() },
      ...more,
    }),
  )
const effect = (more: Partial<TakeEffect> = {}) =>
  answered(quiet, () =>
    takeEffect(quiet, {
      ...{ ref: 'T-1', what: 'closure', reason: 'change has held', decisions: [] },
      ...{ actorId: PEOPLE.worker, commandId: randomUUID(), ...more },
    }),
  )
const record = (kind: string, data: object, on = '2026-02-16') =>
  quiet.record({ ref: 'T-1', kind, data, on, actorId: PEOPLE.teamManager })
const page = async () => {
  const found = await closingPage(quiet.db, 'T-1', PEOPLE.teamManager)
  if ('refused' in found) throw new Error(`${found.refused}: ${found.todo}`)
  return found
}
const ASSESSMENT = [{ rule: 'assessment', decision: 'not needed: the school leads' }] as const

describe('a case is closed in three steps', () => {
  it('proposed, accepted by somebody else, in effect with everything decided; and the look-backs are named', async () => {
    expect(await proposing()).toBe('taken')
    expect((await page()).handshakes).toMatchObject([{ state: 'proposed', proposedBy: 'Person worker', answer: null }])
    expect(await answering()).toBe('taken')
    expect((await page()).handshakes).toMatchObject([{ state: 'accepted', answer: { by: 'Person teamManager' } }])
    const command = {
      ...({ ref: 'T-1', what: 'closure', reason: 'change has held', decisions: ASSESSMENT } as const),
      ...{ actorId: PEOPLE.worker, commandId: randomUUID() },
    }
    const done = await takeEffect(quiet, command)
    expect('followUps' in done ? done.followUps.map(({ dueOn }) => dueOn.toString()) : done).toEqual([
      '2026-06-02',
      '2026-09-02',
      '2027-03-02',
    ])
    expect(await takeEffect(quiet, command)).toMatchObject({ accepted: true, repeated: true })
    const closed = (await casePage(quiet.db, 'T-1'))?.chronology.find(({ kind }) => kind === 'case-closed')
    expect(closed?.payload).toMatchObject({ reason: 'change has held', decided: [{ rule: 'assessment' }] })
    expect(await page()).toMatchObject({ open: false, handshakes: [{ state: 'effective' }], fallsAway: [] })
  })

  it('what is still open is the list of the case, and each has to be decided', async () => {
    await record('information-requested', { agency: 'school' })
    await proposing()
    await answering()
    await quiet.plan()
    const open = (await casePage(quiet.db, 'T-1'))?.obligations.filter(({ state }) => state === 'open') ?? []
    const { fallsAway, goesOn } = await page()
    expect([...fallsAway, ...goesOn].map(({ rule, dueOn }) => `${rule} ${dueOn.toString()}`).sort()).toEqual(
      open.map(({ rule, due_on }) => `${rule} ${due_on}`).sort(),
    )
    const said = await effect({ decisions: ASSESSMENT })
    expect(said).toContain('information-request@case')
    expect(said).not.toContain('assessment@')
    expect(await effect({ decisions: [...ASSESSMENT, { rule: 'visit', decision: 'x' }] })).toContain(
      'Nothing is open under visit',
    )
    const both = [...ASSESSMENT, { rule: 'information-request', subject: 'case', decision: 'asked by telephone' }]
    expect(await effect({ decisions: both })).toBe('taken')
  })
})

describe('a proposal is refused, and nothing is saved', () => {
  it.each<[string, Partial<Propose['evidence']>, string]>([
    ['change that has not held', { changeSince: '2025-12-03' }, 'less than 3 months'],
    ['no visit on the day the child was seen', { childSeenOn: '2026-02-03' }, 'No visit'],
    ['nothing tried', { tried: ' ' }, 'what was tried'],
    ['a chronology nobody read', { chronologyRead: false as unknown as true }, 'chronology'],
  ])('with %s', async (_what, more, says) => {
    expect(await proposing({ evidence: { ...evidence, ...more } })).toContain(says)
  })

  it('while another is not answered or not in effect, and taken once that was declined', async () => {
    await proposing()
    expect(await proposing()).toContain('not answered')
    expect(await answering({ answer: 'declined', reason: 'too early' })).toBe('taken')
    expect(await proposing()).toBe('taken')
    await answering()
    expect(await proposing()).toContain('not in effect')
  })

  it('change for less time is enough with a reason', async () => {
    const soon = { ...evidence, changeSince: '2026-02-20', sooner: 'the family moves abroad' }
    expect(await proposing({ evidence: soon })).toBe('taken')
  })
})

describe('an answer is refused, and nothing is saved', () => {
  it('where nothing is proposed, or it was answered', async () => {
    expect(await answering()).toMatch(/^bad-data: Nothing is proposed/)
    await proposing()
    await answering()
    expect(await answering()).toMatch(/^answered-already/)
  })

  it('from whoever proposed it, and in their name by somebody else', async () => {
    await proposing()
    expect(await answering({ actorId: PEOPLE.worker })).toMatch(/^not-allowed: Whoever proposed it/)
    for (const by of [PEOPLE.worker, 'person WORKER']) expect(await answering({ by })).toMatch(/^not-allowed/)
    expect(await answering({ by: 'J. Smith, family hub' })).toBe('taken')
    expect((await page()).handshakes[0]?.answer?.by).toBe('J. Smith, family hub')
  })

  it('where it declines without a reason', async () => {
    await proposing()
    expect(await answering({ answer: 'declined', reason: ' ' })).toContain('--reason')
  })
})

describe('taking effect is refused, and nothing is saved', () => {
  it('before it was accepted, after it was declined, twice, and without a reason', async () => {
    expect(await effect()).toContain('No closure is proposed')
    await proposing()
    expect(await effect()).toContain('not accepted yet')
    await answering({ answer: 'declined', reason: 'too early' })
    expect(await effect()).toContain('declined')
    await proposing()
    await answering()
    expect(await effect({ reason: '' })).toContain('--reason')
    expect(await effect({ on: '2026-02-27', decisions: ASSESSMENT })).toContain('accepted on 2 March 2026')
    expect(await effect({ decisions: ASSESSMENT })).toBe('taken')
    expect(await effect({ decisions: ASSESSMENT })).toContain('in effect already')
  })

  it('while a child protection plan runs', async () => {
    await record('plan-started', { plan: 'cpp' })
    await proposing()
    await answering()
    expect(await effect()).toContain('child protection plan still runs')
  })
})

describe('a step-down', () => {
  const down = (from: string, to: string) => proposing({ what: 'step-down', levels: { from, to } })

  it.each([
    ['cin', 'cpp', 'no step down'],
    ['cin', 'nothing', 'no level'],
    ['cpp', 'cin', 'No child it concerns has a child protection plan'],
  ])('from %s to %s is refused', async (from, to, says) => {
    expect(await down(from, to)).toContain(says)
  })

  it('from a child in need plan ends that plan', async () => {
    await record('plan-started', { plan: 'cin' })
    expect(await down('cin', 'early-help')).toBe('taken')
    expect(await answering({ what: 'step-down' })).toBe('taken')
    expect(await effect({ what: 'step-down' })).toBe('taken')
    const events = await quiet.db.$queryRaw<{ kind: string; payload: unknown }[]>`
      select kind, payload from chronology_event where kind in ('stepped-down', 'plan-ended') order by position`
    expect(events).toEqual([
      { kind: 'stepped-down', payload: { from: 'cin', to: 'early-help' } },
      { kind: 'plan-ended', payload: { plan: 'cin', reason: 'other' } },
    ])
  })

  it('from a child protection plan takes effect once a review has ended it', async () => {
    await record('plan-started', { plan: 'cpp' })
    await down('cpp', 'cin')
    await answering({ what: 'step-down' })
    expect(await effect({ what: 'step-down' })).toContain('quorate review conference')
    await record('review-held', { outcome: 'end', quorate: true }, '2026-03-02')
    expect(await effect({ what: 'step-down' })).toBe('taken')
  })
})

describe('on the command line', () => {
  it('from the proposal to the look-backs', async () => {
    const type = (...words: string[]) => typed(quiet.town, 'closing', ...words)
    const worker = ['--as', 'Person worker']
    const manager = ['--as', 'Person teamManager']
    const proposal = [
      ...[
        'propose',
        'T-1',
        '--change-since',
        '2025-12-02',
        '--child-seen',
        '2026-02-02',
        '--tried',
        'a family meeting',
      ],
      ...['--who-notices', 'the school', ...worker],
    ]
    expect(await type(...proposal)).toMatchObject({ code: 2 })
    expect(await type(...proposal, '--chronology-read')).toMatchObject({ code: 0 })
    expect(await type('accept', 'T-1', ...worker)).toMatchObject({ code: 4 })
    expect(await type('accept', 'T-1', ...manager)).toMatchObject({ code: 0 })
    const shown = await type('T-1', ...manager)
    expect(shown.out).toContain('accepted on 2 March 2026 by Person teamManager; not in effect yet')
    expect(await type('effect', 'T-1', '--reason', 'done', ...worker)).toMatchObject({ code: 2 })
    const done = await type('effect', 'T-1', '--reason', 'done', '--decided', 'assessment: not needed', ...worker)
    expect(done.out).toContain('Look back after closing: 2 June 2026')
  })
})
