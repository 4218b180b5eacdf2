import { refusalWords } from '../../../client/web/plans/refusalWords'

describe('what a command refused, on a page', () => {
  it.each([
    [
      'Say why it is declined: --reason. Whoever proposed it reads that.',
      'Say why it is declined. Whoever proposed it reads that.',
    ],
    [
      "A review of a child protection plan says the child's view (--child-view), in their words. Nothing was saved.",
      "A review of a child protection plan says the child's view, in their words.",
    ],
    [
      'This conference is no longer due. `caseclock conference list REF` shows the next one.',
      'This conference is no longer due.',
    ],
    [
      '--on 2026-02-31 is not a day that exists. Write it as 2026-03-02.',
      '2026-02-31 is not a day that exists. Write it as 2026-03-02.',
    ],
    ['Somebody else has to.', 'Somebody else has to.'],
  ])('%s', (todo, words) => {
    expect(refusalWords(todo)).toBe(words)
  })

  it('says something even where all of it was for a command line', () => {
    expect(refusalWords('`caseclock due` lists references.')).toContain('Look at the case again')
  })
})
