import { wrongIn } from '../../client/web/app/wrongIn'

describe('what a form that came back says of what was sent', () => {
  it('is said at each field that a problem leads to', () => {
    const problems = [
      { text: 'Enter a day', href: '#on-day' },
      { text: 'Look at the case', href: '/cases/T-1' },
    ]
    expect(wrongIn({ problems }, 422)).toEqual({ wrong: true, said: { 'on-day': { text: 'Enter a day' } } })
  })

  it('is nothing on a page that was asked for, or that has problems of another kind', () => {
    expect(wrongIn({ title: 'Plans' }, 200)).toEqual({ wrong: false, said: {} })
    expect(wrongIn({ problems: 'three' }, 409)).toEqual({ wrong: true, said: {} })
    expect(wrongIn({ problems: [null, { text: 'no place' }] }, 200)).toEqual({ wrong: false, said: {} })
  })
})
