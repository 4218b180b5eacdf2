import { wordsTyped } from '../../../client/web/app/wordsTyped'

describe('what somebody wrote in a form that was not taken', () => {
  it('is every sentence, by the name of its field, as it was written', () => {
    expect(
      wordsTyped({ reason: 'In court', 'how-it_went': 'First.\r\n<b>Second</b>.', 'by-day': '12', kind: 'visit-made' }),
    ).toEqual([
      { name: 'Reason', text: 'In court' },
      { name: 'How it went', text: 'First.\n<b>Second</b>.' },
    ])
  })

  it('is nothing that the form filled in itself, and nothing of what is no form', () => {
    const own = { _csrf: 'a b', command: 'a b', seen: 'a b', back: 'a b', goTo: 'a b' }
    expect(wordsTyped({ ...own, person: '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000' })).toEqual([])
    for (const odd of [undefined, null, 'two words', 7, [['two words']], { reason: ['two words'] }, { reason: 7 }])
      expect(wordsTyped(odd)).toEqual([])
  })
})
