import fc from 'fast-check'
import { blankPlanPage } from '../../client/papers/blankPlanPage'
import { safetyPlanPage } from '../../client/papers/safetyPlanPage'
import { LAWS, RIGHTS, WHAT_NEXT } from '../../client/papers/safetyPlanWords'
import type { SafetyPlanView } from '../../client/papers/safetyPlanView'
import { abuse, line, plan, withLines } from '../domain/safety-plan/examplePlan'
import { day } from '../domain/facts'
import { named } from '../domain/svgOf'
import { SEED } from '../seed'
import { expectPaper, headings, said, wordsOf } from './paperOf'

const view = (change: Partial<SafetyPlanView> = {}): SafetyPlanView => ({
  ...{ ref: 'N-1042', number: 2, content: plan({ address: '1 Example Street' }) },
  children: [{ name: 'Ada Example', bornOn: day('2022-01-05') }],
  signatures: [
    { role: 'mother', state: 'signed', on: day('2026-03-03') },
    { role: 'father', state: 'refused', on: day('2026-03-04') },
    { role: 'team-manager', state: 'wanted', on: null },
  ],
  ...{ madeFor: 'Sam Okafor', madeOn: day('2026-03-05'), madeAt: '08:12' },
  emergencyLine: 'ring North 1 on 01632 960 100.',
  ...change,
})
const rowsOf = (html: string) =>
  named(expectPaper(html), 'tr').map((row) => wordsOf(row).replaceAll(/\s+/g, ' ').trim())

describe('the family’s copy of a safety plan', () => {
  it('is a page that prints, and can be walked by its headings', () => {
    expectPaper(safetyPlanPage(view()))
    expect(headings(safetyPlanPage(view()))).toEqual([
      '1 Our safety plan',
      ...['2 About this plan', '2 What we are worried about', '2 Who this plan is for', '2 What we have agreed'],
      '3 Food, a clean home, and day-to-day care',
      ...['3 Keeping the children safe', '3 Going to school or nursery', '3 How the children feel'],
      ...['2 What we will do to help', '2 How long', '2 What happens next', '2 What you may ask the police'],
      ...['2 Who to ring', '2 Signatures'],
    ])
  })

  it('says first that it is not legally binding and that a solicitor may be asked', () => {
    expect(said(safetyPlanPage(view()))).toMatch(
      /About this plan\s+This plan is not legally binding. You may ask a solicitor for advice./,
    )
  })

  it('says of every line whose part it is, so that what, with whom, how often, by when', () => {
    expect(rowsOf(safetyPlanPage(view()))).toContain(
      'care-1 Mother three meals a day Health visitor every week 20 April 2026',
    )
    expect(said(safetyPlanPage(view()))).toContain('Nothing is agreed here.')
  })

  it('shows who has signed, who did not want to, and leaves room for the others', () => {
    const rows = rowsOf(safetyPlanPage(view()))
    expect(rows).toContain('Mother Wilhelmina Quillfeather Signed on 3 March 2026')
    expect(rows).toContain('Father Did not want to sign, 4 March 2026')
    expect(rows).toContain('Team manager')
  })

  it('says until when: the time offered, the review, how long it lasts', () => {
    const words = said(safetyPlanPage(view()))
    for (const part of ['Until 16 March 2026', 'Every six weeks', 'Until 2 September 2026'])
      expect(words).toContain(part)
    const other = plan({ validUntil: null, review: { mode: 'date', on: '2026-04-01' } })
    const forLife = said(safetyPlanPage(view({ content: other })))
    expect(forLife).toContain('On 1 April 2026')
    expect(forLife).toContain('While there are children in the family')
  })

  it('never says who harms and who is harmed, and then no address either: both may read it', () => {
    const contact = line('safety-1', { achieve: 'he stays away', duty: 'father', contactWith: 'mother' })
    const content = withLines({ ensuringSafety: [contact] }, { domesticAbuse: abuse, address: '1 Example Street' })
    const html = safetyPlanPage(view({ content }))
    expect(html).not.toMatch(/harms|isHarmed|is harmed|abuse|1 Example Street/)
    expect(said(html)).toContain('Address Not shown on this copy')
    expect(said(safetyPlanPage(view()))).toContain('Address 1 Example Street')
  })

  it('is in plain words: short sentences, and none that only a professional knows', () => {
    expect(said(blankPlanPage())).not.toMatch(
      /\b(obligation|rung|stall|breach|agency|compliance|safeguarding|threshold|signatory)\b/i,
    )
    const sentences = [...RIGHTS, ...WHAT_NEXT, ...LAWS].flatMap((text) => text.split(/(?<=\.) /))
    expect(sentences.filter((sentence) => sentence.split(' ').length > 16)).toEqual([])
  })

  it('shows whatever was typed as words, and nothing of it as a page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (typed) => {
        const content = withLines(
          { basicCare: [line('care-1', { achieve: `<b>${typed}`, agency: typed })] },
          {
            concerns: `<script>${typed}`,
            support: [typed],
            address: typed,
            parents: [{ role: 'mother', name: typed }],
          },
        )
        expectPaper(safetyPlanPage(view({ content, children: [{ name: typed, bornOn: null }] })))
      }),
      { numRuns: 100, seed: SEED },
    )
  })
})

describe('the blank form', () => {
  it('is the same page with room to write in', () => {
    const html = blankPlanPage()
    expect(rowsOf(html).filter((row) => /^(care|safety|school|wellbeing)-[123]$/.test(row))).toHaveLength(12)
    expect(headings(html)).toEqual(headings(safetyPlanPage(view())))
    expect(named(expectPaper(html), 'div').filter(({ attributes }) => attributes['class'] === 'ruled')).toHaveLength(2)
    expect(rowsOf(html)).toContain('Police, where they are involved')
  })
})
