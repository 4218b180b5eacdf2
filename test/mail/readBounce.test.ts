import { bounceWords } from '../../client/commands/recordBounce'
import { readBounce, whatBecame, type Report } from '../../client/undelivered/readBounce'
import { dsn } from './dsn'

const OURS = '<a1@caseclock.test.example>'
const READER = 'teammanager@test.example'

const read = async (bytes: Buffer): Promise<Report> => {
  const report = await readBounce(bytes)
  if ('unreadable' in report) throw new Error(report.unreadable)
  return report
}

describe('a delivery status notification (RFC 3464)', () => {
  it.each(['message/rfc822', 'text/rfc822-headers'] as const)('names the mail it returns as %s', async (returned) => {
    const { about, readers } = await read(dsn({ returned }))
    expect(about).toEqual([OURS])
    expect(readers).toEqual([{ address: READER, action: 'failed', status: '5.1.1', answer: '550' }])
  })

  it.each([
    { headers: [`In-Reply-To: ${OURS}`] },
    { headers: [`References: <first@x.example>`, ` ${OURS}`] },
    { headers: [`Original-Message-ID: ${OURS}`] },
    { statusFields: [`X-Original-Message-ID: ${OURS}`] },
  ])('that returns nothing is known by %j', async (named) => {
    expect((await read(dsn({ ...named, returned: 'none' }))).about).toContain(OURS)
  })

  it('names the mail it returns before any other', async () => {
    expect((await read(dsn({ headers: ['In-Reply-To: <other@x.example>'] }))).about[0]).toBe(OURS)
  })

  it('keeps the codes, and not the words beside them: they hold addresses', async () => {
    const [reader] = (await read(dsn())).readers
    expect(reader === undefined ? '' : bounceWords(reader)).toBe('The mail came back: 550 5.1.1.')
    expect(bounceWords({ answer: '', status: '' })).toBe('The mail came back.')
  })

  const readers = (...actions: readonly [to: string, action: string][]) =>
    actions.map(([to, action]) => ({ to, action }))
  it.each([
    { said: readers([READER, 'failed']), became: 'failed' },
    { said: readers([READER, 'delayed']), became: 'delayed' },
    { said: readers(['TeamManager@test.example', 'failed'], ['other@test.example', 'delivered']), became: 'failed' },
    { said: readers([READER, 'relayed'], ['other@test.example', 'failed']), became: 'relayed' },
    { said: readers(['a@test.example', 'delivered'], ['b@test.example', 'failed']), became: 'failed' },
    { said: readers(['a@test.example', 'delivered'], ['b@test.example', 'delayed']), became: 'delayed' },
  ])('of several readers $said: ours $became', async ({ said, became }) => {
    const report = await read(dsn({ readers: said }))
    expect(whatBecame(report.readers, READER)?.action).toBe(became)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no mail', Buffer.from('\u0000\u0001 nothing of the kind')],
    [
      'an out-of-office answer',
      Buffer.from(`From: ${READER}\r\nIn-Reply-To: ${OURS}\r\nSubject: Out of office\r\n\r\nI am away until Monday.`),
    ],
    ['a report without a word about a reader', dsn({ readers: [] })],
    ['an action nobody knows', dsn({ readers: [{ to: READER, action: 'exploded' }] })],
    ['a report cut off before it says anything', dsn().subarray(0, 420)],
  ])('%s is none, and says so', async (_what, bytes) => {
    expect(await readBounce(bytes)).toEqual({ unreadable: expect.stringContaining('nothing was recorded') as string })
  })

  it('ten thousand readers are read as quickly as one', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({ to: `r${String(n)}@test.example`, action: 'failed' }))
    const began = performance.now()
    expect((await read(dsn({ readers: many }))).readers).toHaveLength(10_000)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
