import { minutesPage } from '../../client/papers/minutesPage'
import { named } from '../domain/svgOf'
import { discussed, minutes } from './examples'
import { expectPaper, headings, said, wordsOf } from './paperOf'

const html = minutesPage(minutes())
const words = said(html)

describe('the minutes of a session', () => {
  it('are one page that prints, each case on a page of its own, with headings in order', () => {
    const page = expectPaper(html)
    expect(named(page, 'title')[0]?.text).toBe(
      'Minutes of group case supervision, North 1, Tuesday 1 December 2026, 09:30',
    )
    expect(headings(html)).toEqual([
      '1 Minutes of group case supervision',
      '2 Who was there',
      '2 Cases not discussed',
      '2 N-1042',
      '3 Discussion',
      '4 What has changed for the child since last time?',
      '4 What was challenged, and which alternatives were considered?',
      '3 Decisions',
      '3 Actions',
    ])
  })

  it('say who was there, who was not, and who came for whom', () => {
    const rows = named(expectPaper(html), 'tr').map((row) => wordsOf(row).replaceAll(/\s+/g, ' '))
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Priya Shah.*Team manager Present/),
        expect.stringMatching(/Sam Okafor.*Social worker Absent/),
        expect.stringMatching(/Ada Quinn.*Excused: In court\. Cover: Lee Marsh/),
      ]),
    )
  })

  it('give each line with its time and writer, by prompt, and the decisions apart', () => {
    const lines = named(expectPaper(html), 'li').map((line) => wordsOf(line).replaceAll(/\s+/g, ' ').trim())
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/09:34.*Jo Field.*Ada comes to school hungry/)
    expect(lines[2]).toMatch(/09:47.*Priya Shah.*Core group brought forward/)
  })

  it('keep a line whose prompt nobody knows', () => {
    const line = { prompt: 'of-another-year', at: '09:50', writer: 'Jo Field', text: 'Kept all the same.' }
    const page = minutesPage(minutes({ cases: [discussed({ lines: [line] })] }))
    expect(headings(page)).toContain('4 Other')
    expect(said(page)).toContain('Kept all the same.')
  })

  it('say of each action whether it was done by the day of the session, and nothing of what came later', () => {
    const rowsOf = (page: string) => named(expectPaper(page), 'tr').map((row) => wordsOf(row).replaceAll(/\s+/g, ' '))
    const rows = rowsOf(html)
    expect(rows.find((row) => row.includes('Ring the school'))).toContain('Done on 2 December 2026')
    expect(rows.find((row) => row.includes('Book the core group'))).toContain('Later: see the case')
    const onTheDay = rowsOf(minutesPage(minutes({ madeOn: minutes().on })))
    expect(onTheDay.find((row) => row.includes('See Ben alone'))).toContain('Not done yet')
  })

  it('list what was not discussed with the reason, and only count what is restricted', () => {
    expect(words).toContain('No time was left; first on 8 December')
    expect(words).toContain('1 case is restricted, or not open to you any more, and not shown.')
    const noReason = minutesPage(minutes({ cases: [{ state: 'not-discussed', ref: 'N-1', reason: null }] }))
    expect(said(noReason)).toContain('No reason was written down')
  })

  it('say at the foot for whom they were made, and that they are not for emergencies', () => {
    const [footer] = named(expectPaper(html), 'footer')
    expect(wordsOf(footer!)).toMatch(/Not for emergencies: .*Made for Jo Field on 3 December 2026/s)
  })

  it.each(['obligation', 'rung', 'notice', 'lane', 'escalation'])('never say %s', (word) => {
    expect(words.toLowerCase()).not.toMatch(new RegExp(`\\b${word}s?\\b`))
  })
})

describe('minutes with nothing in them', () => {
  it('say so', () => {
    const bare = minutesPage(
      minutes({ attendance: [], cases: [discussed({ lines: [], actions: [], children: [], worker: null })] }),
    )
    expectPaper(bare)
    for (const part of [
      'Nobody was invited, so nobody is recorded as present.',
      'Every case shown here was discussed.',
      'Nothing was written down of the discussion.',
      'No decision was written down.',
      'No action was agreed.',
      'Nobody is allocated',
    ])
      expect(said(bare)).toContain(part)
  })

  it('say so where the reader may see no case', () => {
    expect(said(minutesPage(minutes({ cases: [{ state: 'restricted' }] })))).toContain(
      'No case that you may see was on the list.',
    )
  })

  it('say of somebody of whom nobody wrote down whether they were there that it is not recorded', () => {
    const attendance = [{ name: 'Lee Marsh', role: 'Psychologist', was: { state: 'not-recorded' } }] as const
    expect(said(minutesPage(minutes({ attendance })))).toContain('Not recorded')
  })
})
