import { day } from '../../facts'
import { missing } from '../../../../domain/supervision/session/missing'
import type { Invitee, SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import { declined, invitee, sessionOn } from './exampleSession'

const why = (one: Invitee, more: Partial<SessionFacts> = {}): readonly string[] =>
  missing(sessionOn('2027-03-09', { ...more, invitees: [one] })).map((found) => `${found.because}: ${found.why}`)
const undecided = { approvedOn: null, refusedOn: null }
const approved = { ...undecided, reasonGiven: true, approvedOn: day('2027-03-02') }

describe('an invitee counts as missing', () => {
  it('without a reply by the day of the session', () => {
    expect(why(invitee())).toEqual(['no-reply: No reply by 9 March 2027'])
    expect(why(invitee({ reply: 'accepted', repliedOn: day('2027-03-10') }))).toEqual([
      'no-reply: No reply by 9 March 2027',
    ])
    expect(why(invitee(), { state: 'held', heldOn: day('2027-03-10') })).toEqual([
      'no-reply: No reply by 10 March 2027',
    ])
  })

  it.each([
    { exception: null, says: 'no-exception: Declined on 1 March 2027; no exception was asked for' },
    {
      exception: { ...undecided, reasonGiven: false },
      says: 'not-approved: Declined on 1 March 2027; no reason was given',
    },
    { exception: undecided, says: 'not-approved: Declined on 1 March 2027; reason and cover are not approved yet' },
    {
      exception: { ...approved, refusedOn: day('2027-03-03') },
      says: 'refused: Declined on 1 March 2027; the exception was refused on 3 March 2027',
    },
  ])('having declined without an approved exception: $says', ({ exception, says }) => {
    expect(why(declined('2027-03-01', exception))).toEqual([says])
  })
})

describe('an invitee does not count as missing', () => {
  it('having answered by the day that they come, or may', () => {
    for (const reply of ['accepted', 'tentative'] as const)
      for (const on of ['2027-03-01', '2027-03-09']) expect(why(invitee({ reply, repliedOn: day(on) }))).toEqual([])
  })

  it('having declined with an approved exception, also one approved after a refusal or after the day', () => {
    expect(why(declined('2027-03-01', approved))).toEqual([])
    expect(why(declined('2027-03-01', { ...approved, refusedOn: day('2027-03-01') }))).toEqual([])
    expect(why(declined('2027-03-10', { ...approved, approvedOn: day('2027-03-12') }))).toEqual([])
  })

  it.each(['cancelled', 'not-held'] as const)('of a session that was %s', (state) => {
    expect(why(invitee(), { state })).toEqual([])
  })
})
