import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkCensus } from '../../activities/import/census/checkCensus'
import { readCensus } from '../../activities/import/census/readCensus'
import { ExtractRefused } from '../../activities/import/finding'
import { censusOf } from './censusOf'
import { censusFolder, childEl, DECLARATION, message, xmlOf, type CensusFolder } from './smallCensus'
import { NORTHMOOR, withSharedData } from '../sharedData'

const good = `${DECLARATION}${xmlOf(message([childEl('1', [['CINdetails', [['CINreferralDate', '2025-06-02']]]])]))}\n`
const seed = Number(process.env['SEED'] ?? 20261121)

/** Numbers below `below`, the same for the same seed. */
const randomFrom = (start: number) => {
  let state = start
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('a census that must not be taken', () => {
  let folder: CensusFolder
  beforeEach(() => {
    folder = censusFolder()
  })
  afterEach(() => {
    folder.remove()
  })

  const refusal = async (content: string | Buffer): Promise<string> => {
    const error: unknown = await checkCensus(folder.write(content)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ExtractRefused)
    const { message: says } = error as ExtractRefused
    expect(says).toMatch(/^census\.xml.*; nothing was imported\.$/)
    return says
  }

  it('is one that is fine otherwise: the one all of these start from is taken', async () => {
    expect((await checkCensus(folder.write(good))).children).toBe(1)
  })

  it('is one with more children than a census has', async () => {
    const file = folder.write(xmlOf(message(['1', '2', '3'].map((id) => childEl(id, [])))))
    expect((await checkCensus(file, { most: 3 })).children).toBe(3)
    await expect(checkCensus(file, { most: 2 })).rejects.toThrow(
      /^census\.xml, line \d+: there are more than 2 children\. .*; nothing was imported\.$/,
    )
  })

  describe('with entities', () => {
    let server: Server
    let asked: number
    beforeEach(async () => {
      asked = 0
      server = createServer((_, response) => {
        asked += 1
        response.end('<!ENTITY outside "fetched">')
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    })
    afterEach(() => new Promise((resolve) => server.close(resolve)))

    it('neither opens a file nor asks a server that a DOCTYPE names', async () => {
      const canary = path.join(folder.folder, 'canary.txt')
      writeFileSync(canary, 'CANARY')
      utimesSync(canary, 1, 1)
      const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/census.dtd`
      for (const doctype of [
        `<!DOCTYPE Message SYSTEM "${url}">`,
        `<!DOCTYPE Message PUBLIC "-//x" "${url}">`,
        `<!DOCTYPE Message [ <!ENTITY outside SYSTEM "${url}"> ]>`,
        `<!DOCTYPE Message [ <!ENTITY outside SYSTEM "${pathToFileURL(canary).href}"> ]>`,
        `<!DOCTYPE Message [ <!ENTITY % dtd SYSTEM "${url}"> %dtd; ]>`,
      ]) {
        const says = await refusal(
          good.replace('<Message>', `${doctype}\n<Message>`).replace('>1<', () => '>&outside;<'),
        )
        expect(says).toContain('line 2: the file has a DOCTYPE')
        expect(says).not.toContain('CANARY')
      }
      expect(asked).toBe(0)
      expect(statSync(canary).atimeMs).toBe(1000)
    })

    it('expands no entity bomb, however it is laid out', async () => {
      const levels = [...Array(30).keys()].map((n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`)
      const bomb = `<!DOCTYPE Message [\n<!ENTITY a0 "lol">\n${levels.join('\n')}\n]>`
      const before = process.memoryUsage().rss
      expect(await refusal(good.replace('<Message>', `${bomb}<Message>`).replace('>1<', '>&a30;<'))).toContain(
        'DOCTYPE',
      )
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20)
    })

    it('refuses an entity nobody declared, and reads the five that XML has', async () => {
      expect(await refusal(good.replace('>1<', '>&outside;<'))).toContain('undefined entity')
      const { families } = await censusOf(folder.write(good.replace('>1<', '>A&amp;&#66;&lt;<')))
      expect(families[0]?.children[0]?.sourceId).toBe('A&B<')
    })
  })

  describe('in another encoding', () => {
    const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
    it.each([
      ['UTF-16 LE with its mark', Buffer.from(`\ufeff${good}`, 'utf16le'), 'line 1: the file is written in UTF-16'],
      ['UTF-16 BE with its mark', swapped(`\ufeff${good}`), 'line 1: the file is written in UTF-16'],
      ['UTF-16 LE without a mark', Buffer.from(good, 'utf16le'), 'line 1: the file is written in UTF-16'],
      ['UTF-16 BE without a mark', swapped(good), 'line 1: the file is written in UTF-16'],
      ['UTF-16 by its first line', good.replace('UTF-8', 'UTF-16'), 'line 1: the first line says'],
      ['ISO-8859-1 by its first line', good.replace('UTF-8', 'ISO-8859-1'), 'line 1: the first line says'],
      ['Latin-1 that calls itself UTF-8', Buffer.from(good.replace('WBRI', 'é'), 'latin1'), 'are no UTF-8'],
      [
        'Latin-1 without a first line',
        Buffer.from(good.replace(DECLARATION, '').replace('WBRI', 'é'), 'latin1'),
        'are no UTF-8',
      ],
      ['a letter cut in two at the end', Buffer.concat([Buffer.from(good), Buffer.from([0xc3])]), 'are no UTF-8'],
      ['a NUL', good.replace('WBRI', '\0'), 'disallowed character'],
    ])('refuses %s', async (_, content, says) => {
      expect(await refusal(content)).toContain(says)
    })

    it('names the line of the first byte that is no UTF-8, also far into a big file', async () => {
      const long = Buffer.from(good.replace('<Message>', `<Message>${'\n'.repeat(70_000)}<!-- é -->\n<!-- € -->`))
      const broken = Buffer.concat([long.subarray(0, -1), Buffer.from([0x0a, 0xe9, 0x0a])])
      expect(await refusal(broken)).toContain(
        `line ${broken.toString('latin1').split('\n').length - 1}: here are bytes`,
      )
    })

    it.each([
      ['a byte order mark', `\ufeff${good}`],
      ['no first line', good.replace(DECLARATION, '')],
      ['a first line without an encoding', good.replace(' encoding="UTF-8"', '')],
      ['utf-8 in small letters', good.replace('UTF-8', 'utf-8')],
      ['Windows line ends', good.replaceAll('\n', '\r\n')],
    ])('takes UTF-8 with %s', async (_, content) => {
      const plain = await censusOf(folder.write(good))
      const { census, ...other } = await censusOf(folder.write(content))
      expect(census.children).toBe(1)
      expect(other.families.map(({ events }) => events)).toEqual(plain.families.map(({ events }) => events))
    })
  })

  it.each([
    ['an empty file', '', 'must contain a root element'],
    ['text', 'hello', 'text data outside of root node'],
    ['another root', '<Report/>', 'line 1: the file starts with Report, not with Message'],
    ['no header', good.replace(/<Header>[^]*<\/Header>/, ''), 'there is no Header'],
    [
      'no reference date',
      good.replace(/<ReferenceDate>.*<\/ReferenceDate>/, ''),
      'line 3: the header has no ReferenceDate',
    ],
    [
      'an impossible reference date',
      good.replace('2026-03-31', '2026-02-30'),
      'line 7: the ReferenceDate is not a day',
    ],
    ['another collection', good.replace('>CIN<', '>CLA<'), 'line 5: the collection is not CIN'],
    ['two headers', good.replace(/(<Header>[^]*<\/Header>)/, '$1$1'), 'there is a second Header'],
    ['no child', xmlOf(message([])), 'there is no Child in it'],
    ['a tag never closed', good.replace('</CINdetails>', ''), 'line 26: the file is cut short or no well-formed XML'],
    ['a second root', `${good}<Message/>`, 'documents may contain only one root'],
    ['too long a text', good.replace('WBRI', 'x'.repeat(20_000)), 'the text of Ethnicity is longer than 10000'],
    ['a text in many pieces', good.replace('WBRI', 'xx<!-- -->'.repeat(9_000)), 'the text of Ethnicity is longer'],
    [
      'too long a comment',
      good.replace('WBRI', `<!--${'x'.repeat(2_000_000)}-->`),
      'is longer than 1000000 characters',
    ],
    [
      'too many attributes',
      good.replace('<Ethnicity', () => `<Ethnicity ${[...Array(200_000).keys()].map((n) => `a${n}=""`).join(' ')}`),
      'is longer than 1000000',
    ],
    ['too deep', good.replace('WBRI', '<a>'.repeat(100) + '</a>'.repeat(100)), 'more than 32 deep'],
    [
      'too big a child',
      good.replace('<CINdetails>', `<CINdetails>${'<Assessments/>'.repeat(60_000)}`),
      'more than 50000 elements',
    ],
  ])('refuses %s', async (_, content, says) => {
    expect(await refusal(content)).toContain(says)
  })

  it('refuses a file that is not there, a folder, and a file that changed after it was checked', async () => {
    await expect(checkCensus(path.join(folder.folder, 'none.xml'))).rejects.toThrow(ExtractRefused)
    await expect(checkCensus(folder.folder)).rejects.toThrow(ExtractRefused)
    const checked = await checkCensus(folder.write(good))
    folder.write(good.replace('2025-06-02', '2025-06-12 '))
    const reading = readCensus(checked, { read: {}, found: () => undefined })
    await expect(reading.next()).rejects.toThrow('the file changed while it was read')
  })

  it('says so when the file changed while its children were taken', async () => {
    const checked = await checkCensus(folder.write(good))
    const reading = readCensus(checked, { read: {}, found: () => undefined })
    expect((await reading.next()).done).toBe(false)
    utimesSync(checked.file, 1, 1)
    await expect(reading.next()).rejects.toThrow('the file changed while it was read')
  })
})

withSharedData('a census that was cut short', () => {
  let folder: CensusFolder
  beforeEach(() => {
    folder = censusFolder()
  })
  afterEach(() => {
    folder.remove()
  })

  it(`is refused wherever it was cut, but for the space at its end (seed ${seed})`, async () => {
    const whole = readFileSync(path.join(NORTHMOOR, 'cin-census.xml'))
    const last = whole.toString('utf8').trimEnd().length
    const random = randomFrom(seed)
    const offsets = [...Array(50).keys()].map(() => random(whole.length))
    for (const offset of [...offsets, last - 1, last]) {
      const file = folder.write(whole.subarray(0, offset))
      const taken = await checkCensus(file).then(
        ({ children }) => children,
        (error: unknown) => (error instanceof ExtractRefused ? 'refused' : error),
      )
      expect({ offset, taken }).toEqual({ offset, taken: offset < last ? 'refused' : 232 })
    }
  })
})
