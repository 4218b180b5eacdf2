import type { AnswerRow } from '../../activities/mail/answerSentence'
import { withoutNames } from '../../activities/mail/withoutNames'

const said = (reason: string): string | undefined => {
  const answer: AnswerRow = { entry: 'promised', name: 'Jo Field', owner: null, at: new Date(0), until: null, reason }
  const children = [
    { forename: 'Zoë Ann', surname: "O'Dale" },
    { forename: 'Max', surname: "O'Dale" },
    { forename: 'Ida', surname: 'Smith-Jones' },
    { forename: 'Ben', surname: 'Mc Farlane' },
  ]
  return withoutNames([answer], children)[0]?.reason
}

describe("a reason goes out in a mail without a child's name", () => {
  it.each([
    { typed: 'Max is with his aunt', mailed: '[name] is with his aunt' },
    { typed: "Zoë Ann O'Dale and MAX were seen", mailed: '[name] and [name] were seen' },
    { typed: "Zoë's plan, for the O'Dales", mailed: "[name]'s plan, for the O'Dales" },
    { typed: 'the maximum, and Maxine', mailed: 'the maximum, and Maxine' },
    { typed: 'Ann', mailed: '[name]' },
    { typed: 'Miss Jones, Smith and smith-jones', mailed: 'Miss [name], [name] and [name]' },
    { typed: 'the Farlane boy and Mc Farlane', mailed: 'the [name] boy and [name]' },
    { typed: 'Mc is no name, nor is Jonestown', mailed: 'Mc is no name, nor is Jonestown' },
    { typed: 'nothing to hide', mailed: 'nothing to hide' },
  ])('$typed', ({ typed, mailed }) => {
    expect(said(typed)).toBe(mailed)
  })

  it('whoever answered keeps theirs', () => {
    const answer: AnswerRow = {
      entry: 'acknowledged',
      name: 'Max Dale',
      owner: null,
      at: new Date(0),
      until: null,
      reason: 'seen',
    }
    expect(withoutNames([answer], [{ forename: 'Max', surname: 'Dale' }])[0]?.name).toBe('Max Dale')
  })
})
