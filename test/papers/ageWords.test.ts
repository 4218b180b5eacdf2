import { ageWords } from '../../client/papers/ageWords'
import { day } from '../domain/facts'

describe('the age of a child on the day of a session', () => {
  it.each([
    { born: '2022-12-02', age: '3 years', because: 'the fourth birthday is tomorrow' },
    { born: '2022-12-01', age: '4 years', because: 'it is the birthday' },
    { born: '2024-12-02', age: '23 months', because: 'under two years months are counted' },
    { born: '2026-10-01', age: '2 months', because: 'two whole months' },
    { born: '2026-10-02', age: '8 weeks', because: 'under two months weeks are counted' },
    { born: '2026-11-24', age: '1 week', because: 'one whole week' },
    { born: '2026-12-01', age: '0 weeks', because: 'born that day' },
    { born: '2026-12-24', age: 'not born, expected 24 December 2026', because: 'born after the session' },
  ])('born on $born: $age, $because', ({ born, age }) => {
    expect(ageWords({ bornOn: day(born), expectedOn: null }, day('2026-12-01'))).toBe(age)
  })

  it('before birth is when the child is expected, if that is known', () => {
    expect(ageWords({ bornOn: null, expectedOn: day('2027-01-20') }, day('2026-12-01'))).toBe(
      'not born, expected 20 January 2027',
    )
    expect(ageWords({ bornOn: null, expectedOn: null }, day('2026-12-01'))).toBe('age not known')
  })
})
