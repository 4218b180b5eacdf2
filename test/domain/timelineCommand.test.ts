import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runTimeline } from '../../client/cli/timelineCommand'
import { CommandFailed } from '../../client/cli/io'
import { englandFamilySafeguarding1 as policy } from '../../domain/policy/englandFamilySafeguarding1'
import { EXAMPLE, FIRST_REVIEW } from './contractExample'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseclock-facts-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const write = (name: string, content: unknown): string => {
  const file = path.join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

async function run(content: unknown, more: { json?: boolean; policy?: string; today?: string } = {}) {
  let out = ''
  let err = ''
  const io = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
  const code = await runTimeline({ facts: write('facts.json', content), today: '2026-11-20', json: true, ...more }, io)
  return { code, out, err }
}

const failure = async (content: unknown, more = {}): Promise<CommandFailed> => {
  const error: unknown = await run(content, more).catch((reason: unknown) => reason)
  if (!(error instanceof CommandFailed)) throw new Error('It was taken.')
  return error
}

interface Printed {
  readonly obligations: readonly Readonly<Record<string, unknown>>[]
  readonly problems: readonly unknown[]
}
const printed = async (content: unknown, more = {}): Promise<Printed> =>
  JSON.parse((await run(content, more)).out) as Printed

describe('caseclock timeline --json', () => {
  it('prints the example of the contract', async () => {
    const { obligations, ...rest } = await printed(EXAMPLE)
    expect(rest).toEqual({
      format: 1,
      policy: 'england-family-safeguarding@1',
      calendar: 'england-and-wales@2026-11',
      stalls: [expect.objectContaining({ rule: 'no-progress', foundOn: '2026-04-17', state: 'open' })],
      today: '2026-11-20',
      problems: [],
    })
    expect(obligations.find(({ rule }) => rule === 'review-first')).toEqual(FIRST_REVIEW)
  })

  it('prints a stall beside them, with the facts it rests on and what would end it', async () => {
    const { stalls } = JSON.parse((await run(EXAMPLE)).out) as { stalls: readonly unknown[] }
    expect(stalls).toEqual([
      {
        rule: 'no-progress',
        title: 'No progress recorded',
        subject: 'c1',
        occurrence: 1,
        trigger: 'e2',
        foundOn: '2026-04-17',
        state: 'open',
        endedBy: null,
        endedOn: null,
        evidence: ['e3'],
        explanation: [
          'Plan started on 18 March 2026',
          'plus 20 working days is 17 April 2026 (not counted: 3 April 2026, Good Friday; 6 April 2026, Easter Monday)',
          'a Friday and a working day',
          'No progress recorded on the plan for 20 working days: found on 17 April 2026',
        ],
        wouldEnd: 'progress recorded, or a goal met or part met; a meeting alone is none',
        basis: 'product',
        source: 'Ofsted, In the child’s time, 2014',
      },
    ])
    const [soon] = (JSON.parse((await run(EXAMPLE, { today: '2026-04-16' })).out) as { stalls: unknown[] }).stalls
    expect(soon).toBeUndefined()
  })

  it('lists what is met and cancelled too, ordered by due date, rule, subject, occurrence', async () => {
    const { obligations } = await printed(EXAMPLE)
    expect(obligations.map(({ rule, dueOn, state }) => `${String(dueOn)} ${String(rule)} ${String(state)}`)).toEqual([
      '2026-03-02 enquiry-child-seen overdue',
      '2026-03-19 conference-decision overdue',
      '2026-03-20 strategy-to-icpc met',
      '2026-04-01 core-group-first met',
      '2026-04-01 plan-gate overdue',
      '2026-04-01 visit overdue',
      '2026-04-17 baseline overdue',
      '2026-04-17 conference-record overdue',
      '2026-05-12 core-group overdue',
      '2026-06-18 cpp-follow-up-3m overdue',
      '2026-06-18 review-first overdue',
      '2026-09-18 cpp-follow-up-6m overdue',
      '2027-06-18 long-plan upcoming',
      '2027-09-18 long-plan upcoming',
      '2028-03-18 long-plan upcoming',
    ])
  })

  it('gives the same bytes for the same facts, and for siblings in the order of their ids', async () => {
    const both = { ...EXAMPLE, events: EXAMPLE.events.map((event) => ({ ...event, children: ['c2', 'c1'] })) }
    const { out } = await run(both)
    expect((await run(both)).out).toBe(out)
    const reviews = (JSON.parse(out) as Printed).obligations.filter(({ rule }) => rule === 'review-first')
    expect(reviews.map(({ subject }) => subject)).toEqual(['c1', 'c2'])
  })

  it('knows nothing of events after today', async () => {
    const { obligations } = await printed(EXAMPLE, { today: '2026-03-17' })
    expect(obligations.map(({ rule, state }) => [rule, state])).toEqual([
      ['enquiry-child-seen', 'overdue'],
      ['strategy-to-icpc', 'upcoming'],
    ])
  })

  it('says who cancelled what, and when', async () => {
    const closed = { id: 'e5', kind: 'case-closed', on: '2026-05-01', data: { reason: 'RC7' } }
    const { obligations, problems } = await printed({ ...EXAMPLE, events: [...EXAMPLE.events, closed] })
    const review = obligations.find(({ rule }) => rule === 'review-first')
    expect(review).toMatchObject({ state: 'cancelled', cancelledBy: 'e5', cancelledOn: '2026-05-01', daysLate: 0 })
    expect(problems).toEqual([
      { events: ['e3', 'e5'], problem: 'the case was closed while a child protection plan ran; its timers stopped' },
    ])
  })

  it('prints only the fields of the contract, also where a rule has several dates', async () => {
    const ended = { id: 'e5', kind: 'plan-ended', on: '2026-05-01', data: { plan: 'cpp', reason: 'moved' } }
    const { obligations } = await printed({ ...EXAMPLE, events: [...EXAMPLE.events, ended] })
    const followUps = obligations.filter(({ rule }) => rule === 'cpp-follow-up-3m')
    expect(followUps.map(({ occurrence, trigger, dueOn }) => [occurrence, trigger, dueOn])).toEqual([
      [1, 'e2', '2026-06-18'],
      [2, 'e5', '2026-08-01'],
    ])
    for (const one of followUps) expect(Object.keys(one)).not.toContain('part')
  })

  it('prints a table for people without --json, and problems beside it', async () => {
    const { code, out, err } = await run(EXAMPLE, { json: false })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^england-family-safeguarding@1, england-and-wales@2026-11\nDue +What +For +State +Why this date +What would meet it\n/,
    )
    expect(out).toContain('2026-06-18  Review conference')
  })
})

describe('caseclock timeline --policy', () => {
  it('takes the numbers of the pack in the file', async () => {
    const rules = policy.rules.map((rule) =>
      rule.id === 'review-first' ? { ...rule, interval: { n: 2, unit: 'months' } } : rule,
    )
    const { obligations, ...rest } = await printed(EXAMPLE, {
      policy: write('pack.json', { id: 'our-council@2', rules }),
    })
    expect(rest).toMatchObject({ policy: 'our-council@2' })
    expect(obligations.find(({ rule }) => rule === 'review-first')?.['dueOn']).toBe('2026-05-18')
  })

  it('refuses one that is wrong, with the path and what was found', async () => {
    const rules = [{ ...policy.rules[0], basis: 'rumour' }]
    const { exitCode, message } = await failure(EXAMPLE, { policy: write('pack.json', { id: 'our-council@2', rules }) })
    expect(exitCode).toBe(2)
    expect(message).toMatch(/pack\.json, line 1, column \d+, rules\[0\]\.basis: .*statutory.*Found "rumour"/)
  })
})

describe('facts that cannot be read end with exit code 2, the event’s id, the path, what was found and what is allowed', () => {
  const withEvent = (change: object) => ({
    ...EXAMPLE,
    events: EXAMPLE.events.map((event) => (event.id === 'e4' ? { ...event, ...change } : event)),
  })
  it.each([
    {
      content: withEvent({ on: '2026-02-30' }),
      says: ['events[3].on', 'event e4', '2026-03-02', 'Found "2026-02-30"'],
    },
    {
      content: withEvent({ kind: 'seance-held' }),
      says: ['events[3].kind', 'event e4', 'core-group-held', 'Found "seance-held"'],
    },
    {
      content: withEvent({ children: ['c1', 'c3'] }),
      says: ['events[3].children[1]', 'event e4', 'c1 and c2', 'Found "c3"'],
    },
    {
      content: withEvent({ kind: 'review-booked', data: { for: '2026-13-01' } }),
      says: ['events[3].data.for', 'event e4', 'like 2026-03-02', 'Found "2026-13-01"', 'for, reason?, approvedBy?'],
    },
    {
      content: withEvent({ kind: 'icpc-held', data: { outcome: 'perhaps' } }),
      says: ['events[3].data.outcome', 'event e4', '"plan"|"no-plan"', 'Found "perhaps"'],
    },
    { content: withEvent({ data: { quorum: true } }), says: ['events[3].data', 'event e4', 'quorum', 'quorate?'] },
    { content: withEvent({ id: 'e3' }), says: ['events[3].id', 'event e3', 'stands twice'] },
    { content: { ...EXAMPLE, children: [{ id: 'c1' }, { id: 'c1' }] }, says: ['children[1].id', 'stands twice'] },
    {
      content: { ...EXAMPLE, children: [{ id: 'c1', bornOn: '2019-02-29' }] },
      says: ['children[0].bornOn', 'Found "2019-02-29"'],
    },
    {
      content: { ...EXAMPLE, evnts: [] },
      says: ['evnts: not known here', 'format, case, children, events', 'Found []'],
    },
    {
      content: { ...EXAMPLE, case: { ...EXAMPLE.case, teem: 'north-1' } },
      says: ['case.teem: not known here', 'Known: ref, team', 'Found "north-1"'],
    },
    {
      content: { ...EXAMPLE, children: [{ id: 'c1', born: '2019-04-02' }] },
      says: ['children[0].born: not known here', 'Known: id, bornOn, expectedOn', 'Found "2019-04-02"'],
    },
    {
      content: withEvent({ date: '2026-03-31' }),
      says: ['events[3].date (event e4): not known here', 'Known: id, kind, on, children, data, supersedes, void'],
    },
    { content: { ...EXAMPLE, format: 2 }, says: ['format', '1', 'Found 2'] },
    { content: '{', says: ['facts.json cannot be read', 'a facts file in JSON'] },
  ])('$says.0', async ({ content, says }) => {
    const { exitCode, message } = await failure(content)
    expect(exitCode).toBe(2)
    for (const text of says) expect(message).toContain(text)
  })

  it('a --today that does not exist, and a file that is not there', async () => {
    expect((await failure(EXAMPLE, { today: '2026-02-30' })).exitCode).toBe(2)
    const error: unknown = await runTimeline(
      { facts: path.join(folder, 'none.json') },
      { out: () => undefined, err: () => undefined },
    ).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ exitCode: 2 })
  })
})
