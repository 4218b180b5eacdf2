import { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { colourProblem, contrastWithWhite } from '../../domain/picture/contrast'
import { contrastWords } from '../../client/web/admin/authorityPages'
import { accessTable, restrictedWords } from '../../client/web/admin/accessPages'
import { knownLines } from '../../client/web/admin/calendarPages'
import { comparisonTable, inNumbers } from '../../client/web/admin/comparisonSections'
import { exampleMails } from '../../client/web/admin/exampleMails'
import { failingTable, healthLines, processesTable } from '../../client/web/admin/healthRows'
import { needsLines } from '../../client/web/admin/indexPage'
import { aboutLines, movesTable, peopleTable } from '../../client/web/admin/personRows'
import { rulesChecked, rulesLines } from '../../client/web/admin/rulesChecked'
import { teamsTable } from '../../client/web/admin/teamRows'
import { undeliveredTable } from '../../client/web/admin/undeliveredPages'
import { versionsTable } from '../../client/web/admin/rulesRows'
import { coverTable } from '../../client/web/admin/coverRows'
import type { Table } from '../../client/web/app/table'

const texts = ({ rows }: Table): string[][] => rows.map((row) => row.map(({ text }) => text))

describe('white letters on a colour', () => {
  it.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#1d3d5c', 11.2],
    ['#767676', 4.54],
    ['#777777', 4.48],
  ])('%s has %d to 1', (colour, contrast) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1)
  })
  it('are refused below 4.5 to 1, and what is no colour is too', () => {
    expect(colourProblem('#767676')).toBeUndefined()
    expect(colourProblem('#777777')).toContain('4.4 to 1')
    for (const none of ['red', '#12345', '#1234567', '#12345g', '', '#1d3d5c;}'])
      expect(colourProblem(none)).toContain('Give the colour')
    expect(contrastWords('red')).toContain('is none')
  })
})

const NOTHING = { undelivered: 0, unplanned: 0, processes: 0, imports: 0, held: false }

it('says what needs a person, and nothing where nothing does', () => {
  expect(needsLines(NOTHING)).toEqual([])
  expect(
    needsLines({ undelivered: 1, unplanned: 2, processes: 3, imports: 1, held: true }).map(({ text }) => text),
  ).toEqual([
    'Sending is held: no mail leaves',
    ...['1 mail did not arrive', '2 cases cannot be planned', '3 clocks failed'],
    'The last import waits for you, or was refused',
  ])
})

describe('the tree of teams', () => {
  const team = (id: string, parentId: string | null) => ({
    id,
    name: id,
    parentId,
    managers: [],
    coordinators: ['Ada'],
    open: 2,
  })
  it('has each team beneath the one above it', () => {
    const table = teamsTable([team('a', 'c'), team('b', null), team('c', 'b'), team('d', 'unknown')])
    expect(texts(table).map(([name, above]) => [name, above])).toEqual([
      ['b', 'No other team'],
      ['c', 'b'],
      ['a', 'c'],
      ['d', 'No other team'],
    ])
    expect(texts(table)[0]?.slice(2)).toEqual(['Nobody', 'Ada', '2'])
  })
  it('loses no team where parents go round in a circle', () => {
    expect(texts(teamsTable([team('a', 'b'), team('b', 'a')]))).toHaveLength(2)
  })
})

it('names of a mail that did not arrive only the cases that the reader may open', () => {
  const mail = {
    id: 'm',
    person: 'Sam Okafor',
    jobTitle: 'Social worker',
    kind: 'alert',
    since: '2026-03-02T07:31:00Z',
    why: 'refused',
  } as const
  const table = undeliveredTable(
    [
      { ...mail, detail: 'x', cases: ['N-1', 'N-2'], open: 1 },
      { ...mail, detail: 'x', cases: [], open: 0 },
    ],
    new Set(['N-1']),
  )
  expect(texts(table).map((row) => row[3])).toEqual(['N-1, and what you may not open', 'None named'])
  expect(texts(table)[0]?.slice(0, 2)).toEqual(['Sam Okafor, Social worker', 'Alert of Monday 2 March 2026'])
})

describe('how Caseclock runs', () => {
  const runs = { processes: [], behind: { many: 0, minutes: 0 }, failing: [], messages: [], sessions: 1 }
  const lateness = { mails: 0, median: null, worst: null }
  it('is said in sentences', () => {
    expect(healthLines(runs, lateness)).toEqual([
      'No clock is behind.',
      'No reminder was to be told by a morning mail in the last 30 days.',
      ...['No mail waits.', '1 browser is signed in.'],
    ])
    const busy = { ...runs, behind: { many: 2, minutes: 61 }, messages: [{ state: 'unsent', many: 3 }], sessions: 2 }
    expect(healthLines(busy, { mails: 1200, median: 0.4, worst: 12.6 })).toEqual([
      '2 clocks are behind, the oldest by 61 minutes.',
      'Half of the reminders of the last 30 days left within 0 minutes of 07:30 on their day, and 99 of 100 within 13 minutes (1,200 reminders, without those that an import brought).',
      ...['Mails: 3 are tried again.', '2 browsers are signed in.'],
    ])
  })
  it('says what the last look found, and what failed with where to see it', () => {
    const process = { id: 'reconcile', problem: null, askedAt: null, report: { stale: 2, new: 1 } }
    expect(texts(processesTable({ ...runs, processes: [process] }))).toEqual([
      ['Looking after all clocks', 'Not yet', '2 cases whose rules or record had changed', 'None'],
    ])
    const failing = [
      { kind: 'cases', many: 1 },
      { kind: 'mails', many: 0 },
    ]
    expect(failingTable({ ...runs, failing }).rows).toEqual([
      [{ text: 'Cases that cannot be planned' }, { text: '1', href: '/admin/unplanned' }],
    ])
  })
})

it('says what would change in numbers and by case', () => {
  const change = { case: 'N-1', rule: 'r', subject: '', trigger: '', part: '' }
  const changes = [
    { ...change, change: 'moves', from: '2026-03-02', to: '2026-03-03' } as const,
    { ...change, change: 'vanishes', from: '2026-03-02', to: null } as const,
    { ...change, change: 'appears', from: null, to: '2026-03-03' } as const,
  ]
  expect(inNumbers(changes, [])).toMatch(
    /^1 matter would be due on another day, 1 would be new, 1 would no longer be due\. 0 things/,
  )
  expect(texts(comparisonTable(changes, new Map([['r', 'Core group']]))).map((row) => row[2])).toEqual([
    'Due by Tuesday 3 March 2026 instead of Monday 2 March 2026',
    'No longer due; was due by Monday 2 March 2026',
    'New, due by Tuesday 3 March 2026',
  ])
  const many = comparisonTable(
    Array.from({ length: 1234 }, () => changes[0]).flatMap((one) => one ?? []),
    new Map(),
  )
  expect([many.caption, many.rows.length]).toEqual(['What would change: the first 100 of 1,234', 100])
})

it('warns while bank holidays are known for less than a year', () => {
  const calendar = { ...englandAndWales(), publishedTo: LocalDate.parse('2027-12-31') }
  expect(knownLines(calendar, LocalDate.parse('2026-12-31'))).toHaveLength(1)
  expect(knownLines(calendar, LocalDate.parse('2027-01-01'))[1]).toContain('computed by rule')
  expect(knownLines(calendar, LocalDate.parse('2028-02-01'))[0]).toContain('0 months ahead')
})

it('shows who somebody is, who says so, and the day they left', () => {
  const person = {
    id: 'p',
    name: 'Sam',
    jobTitle: 'Social worker',
    email: null,
    team: null,
    leftOn: '2026-03-02',
    left: true,
    byHand: false,
    calendars: 1,
  }
  expect(aboutLines(person)).toEqual([
    'Social worker, no team',
    expect.stringContaining('Comes with an extract'),
    expect.stringContaining('No address: mail cannot reach them'),
    'Left on Monday 2 March 2026',
    '1 calendar address of theirs works',
  ])
  expect(aboutLines({ ...person, left: false, byHand: true, leftOn: '2026-05-04' }).slice(1, 4)).toEqual([
    'Added by hand: no extract knows them',
    expect.stringContaining('No address'),
    'Leaves on Monday 4 May 2026',
  ])
  expect(texts(peopleTable([person]))).toEqual([['Sam', 'Social worker', 'No team', 'Left on Monday 2 March 2026']])
})

it('shows what moves with a case', () => {
  const moves = { ref: 'N-1', worked: 2, chaired: 1, sessions: [], escalations: [], notices: [] }
  const obligations = [{ title: 'Core group', dueOn: '2026-03-02', subject: '' }]
  expect(texts(movesTable([{ ...moves, obligations }]))).toEqual([
    ['N-1', '2, and 1 chaired', 'Core group by Monday 2 March 2026', 'Nothing waits', 'None'],
  ])
})

it('shows who is away until when', () => {
  const line = { id: 'v', person: 'Sam', cover: null, from_on: '2026-03-02', to_on: null, reason: 'sickness' }
  expect(texts(coverTable([line], (id) => `/admin/cover/${id}/end`))[0]?.slice(0, 5)).toEqual([
    ...['Sam', 'Monday 2 March 2026', 'until it is ended', 'Sickness'],
    'Nobody: whoever is next is asked',
  ])
})

it('shows who may open a case, and why it is restricted', () => {
  const people = [{ name: 'Ada', from_on: '2026-03-02', to_on: null, by: 'Jo', reason: 'Works on it' }]
  expect(texts(accessTable({ ref: 'N-1', restricted: null, people }))).toEqual([
    ['Ada', 'Monday 2 March 2026', 'until it is taken back', 'Jo', 'Works on it'],
  ])
  const restricted = { since: '2026-03-01T23:30:00Z', by: 'Jo', reason: 'Staff' }
  expect(restrictedWords({ ref: 'N-1', restricted, people })).toBe('Restricted since Sunday 1 March 2026 by Jo: Staff')
})

it('says of each version of the rules from when it counts and who approved it', () => {
  const version = { name: 'a@1', openWork: true, activatedBy: 'Jo', activatedAt: new Date('2026-03-02T10:00:00Z') }
  const approvedBy = { name: 'Ada', post: 'Director', on: '2026-02-27' }
  const table = versionsTable(
    [{ ...version, from: '2026-03-03', approvedBy }],
    'built-in@1',
    LocalDate.parse('2026-03-02'),
  )
  expect(texts(table)[0]).toEqual([
    ...['a@1', 'Tuesday 3 March 2026, still to come', 'What begins from that day on, and what was open on it'],
    ...['Ada, Director, Friday 27 February 2026', 'Jo, Monday 2 March 2026'],
  ])
  expect(texts(table)[1]?.[0]).toBe('built-in@1')
})

describe('rules that somebody typed', () => {
  it('may be the built-in ones by name', async () => {
    const rules = await rulesChecked(' england-family-safeguarding@1\n', 'The text')
    expect('pack' in rules && rulesLines(rules)[0]).toMatch(
      /^england-family-safeguarding@1: a whole pack of \d+ rules$/,
    )
  })
  it.each(['id: [', '3', 'extends: nothing', '{}', '*a'])('say where they are wrong: %s', async (text) => {
    const rules = await rulesChecked(text, 'The text')
    expect('problems' in rules && rules.problems[0]).toMatch(/^The text/)
  })
})

it('shows an example of each mail, with the authority’s own emergency line and nobody who exists', () => {
  const mails = exampleMails('Ring 01632 960 999.')
  expect(mails).toHaveLength(5)
  for (const { subject, text } of mails) {
    expect(subject).not.toBe('')
    expect(text).toContain('Ring 01632 960 999.')
  }
})
