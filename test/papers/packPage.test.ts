import { packPage } from '../../client/papers/packPage'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { named } from '../domain/svgOf'
import { pack, packCase } from './examples'
import { expectPaper, headings, said, wordsOf } from './paperOf'

const html = packPage(pack())
const words = said(html)

describe('the papers of a session', () => {
  it('are one page that prints, each case on a page of its own, with headings in order', () => {
    const page = expectPaper(html)
    expect(named(page, 'title')[0]?.text).toBe(
      'Papers for group case supervision, North 1, Tuesday 1 December 2026, 09:30',
    )
    expect(headings(html).filter((heading) => heading.startsWith('2'))).toEqual([
      '2 Cases in order',
      '2 Who is invited',
      '2 09:30, N-1042',
      '2 10:10, N-0977',
    ])
    const sections = named(page, 'section').filter(({ attributes }) => attributes['class'] === 'case')
    expect(sections).toHaveLength(2)
  })

  it('say at the top which session they are of', () => {
    const [header] = named(expectPaper(html), 'header')
    const top = wordsOf(header!)
    for (const part of ['North 1', 'Tuesday 1 December 2026, 09:30', 'Room 2, Civic Centre', 'Priya Shah'])
      expect(top).toContain(part)
  })

  it('say at the foot for whom and when they were made, and that they are not for emergencies', () => {
    const [footer] = named(expectPaper(html), 'footer')
    expect(wordsOf(footer!)).toContain('Made for Jo Field on 27 November 2026 at 08:12.')
    expect(wordsOf(footer!)).toContain('Not for emergencies: ring North 1 on 01632 960 100')
  })

  it('say the emergency line once where it says itself what it is', () => {
    const own = packPage(pack({ emergencyLine: 'Not for emergencies: ring 01632 960 100.' }))
    expect(said(own)).not.toContain('Not for emergencies: Not for')
    expect(said(packPage(pack({ emergencyLine: ' ' })))).toContain('Not for emergencies: ring the team')
  })

  it('list the cases with their times: a restricted one keeps its time, and only that it is there is said', () => {
    const rows = named(expectPaper(html), 'tr').map(wordsOf)
    expect(rows.some((row) => row.includes('09:30') && row.includes('N-1042'))).toBe(true)
    expect(rows.some((row) => row.includes('10:10') && row.includes('N-0977'))).toBe(true)
    expect(words).not.toContain('09:50')
    expect(words).toContain('1 case is restricted, or not open to you any more, and not shown.')
    const two = packPage(pack({ cases: [{ state: 'restricted' }, { state: 'restricted' }] }))
    expect(said(two)).toContain('2 cases are restricted, or not open to you any more, and not shown.')
    expect(said(packPage(pack({ cases: [packCase()] })))).not.toContain('restricted')
  })

  it('list who is invited with replies and exceptions', () => {
    for (const part of [
      'Coming',
      'No reply yet',
      'Not coming: In court. Cover: Lee Marsh. Approved by the team manager',
    ])
      expect(words).toContain(part)
  })

  it.each([
    { reply: { state: 'not-coming', exception: null }, says: 'No reason given: counts as missing' },
    {
      reply: { state: 'not-coming', exception: { reason: 'Leave', cover: null, decision: 'waiting' } },
      says: 'Not coming: Leave. No cover. Not yet approved: counts as missing until it is',
    },
    {
      reply: { state: 'not-coming', exception: { reason: 'Leave', cover: null, decision: 'refused' } },
      says: 'Not approved: counts as missing',
    },
    { reply: { state: 'perhaps' }, says: 'Perhaps coming' },
  ] as const)('an invitation: $says', ({ reply, says }) => {
    expect(said(packPage(pack({ invited: [{ name: 'A', role: 'B', reply }] })))).toContain(says)
  })

  it('name the children with their ages on the day of the session', () => {
    const family = '<bdi>Ada Example</bdi>, 4 years; <bdi>Ben Example</bdi>, 17 months'
    expect(html.split(family)).toHaveLength(3)
    expect(html).toContain('<bdi>Cara Sample</bdi>, not born, expected 20 January 2027')
  })

  it('give the summary in its paragraphs, with who wrote and who reviewed it', () => {
    const paragraphs = named(expectPaper(html), 'p').map(({ text }) => text)
    expect(paragraphs).toContain('Ada is at school on most days and comes in hungry.')
    expect(paragraphs).toContain('Written by Sam Okafor on 24 November 2026.')
    expect(paragraphs).toContain('Reviewed by Priya Shah on 26 November 2026: Say what Ben tells us.')
    expect(words).toContain('No summary has been written yet.')
  })

  it('give the record: what happened, what was decided and done, what is late', () => {
    expect(words).toContain('3 visits made; child seen at 2, seen alone at 1. The last was on 19 November 2026.')
    expect(words).toContain('Done on 9 November 2026')
    expect(words).toMatch(/Not done, \d+ working days late/)
    expect(words).toContain('Core group: was due 26 October 2026, 32 days late.')
    expect(words).not.toContain('20 October 2026')
  })

  it('ask every prompt with what the record answers, each child by name, with room to write', () => {
    const page = expectPaper(html)
    const asked = named(page, 'h4').map(wordsOf)
    expect(asked.filter((one) => one.endsWith('?'))).toHaveLength(16)
    expect(named(page, 'h5').map(wordsOf).map((name) => name.trim())).toEqual(['Ada Example', 'Ben Example', 'Cara Sample']) // prettier-ignore
    expect(words).toContain('The record does not answer this.')
    const ruled = named(page, 'div').filter(({ attributes }) => attributes['class'] === 'ruled')
    expect(ruled).toHaveLength(7 + 2 + 7 + 1)
    expect(ruled.every(({ attributes }) => attributes['aria-hidden'] === 'true')).toBe(true)
  })

  it('leave out no child of the record, and never show the id of one', () => {
    const strange = said(packPage(pack({ cases: [packCase({ children: packCase().children.slice(0, 1) })] })))
    expect(strange).toContain('A child not named here')
    expect(strange).not.toMatch(/\bc[12]\b/)
    expect(words).not.toMatch(/\bc[12]\b/)
  })
})

describe('papers with nothing in them', () => {
  it('say so', () => {
    const empty = packPage(pack({ cases: [], invited: [], room: '', chair: null }))
    expectPaper(empty)
    for (const part of ['No case is on the list of this session yet.', 'Nobody is invited yet.', 'Not yet known'])
      expect(said(empty)).toContain(part)
  })
})

describe('every paper', () => {
  it.each(['obligation', 'rung', 'notice', 'lane', 'escalation'])('never says %s', (word) => {
    expect(words.toLowerCase()).not.toMatch(new RegExp(`\\b${word}s?\\b`))
  })

  it('may show the title of every rule', () => {
    const titles = englandFamilySafeguarding1.rules.map(({ title }) => title.toLowerCase())
    expect(titles.filter((title) => /\b(obligation|rung|notice)s?\b/.test(title))).toEqual([])
  })
})
