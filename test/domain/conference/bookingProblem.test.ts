import { bookingProblem, type Booking } from '../../../domain/conference/bookingProblem'
import { day } from '../facts'

const NOBODY = { beyond: false, move: false }
const MANAGER = { beyond: true, move: false }
const CHAIR = { beyond: true, move: true }
const booking: Booking = {
  ...{ for: day('2026-05-28'), today: day('2026-04-01'), limitOn: day('2026-06-02'), agreed: null },
  ...{ reason: undefined, approved: NOBODY },
}

describe('a conference is booked', () => {
  it.each([
    { of: {}, says: 'nothing against it', because: 'by the last lawful day anybody who works with the case books it' },
    { of: { for: day('2026-06-02') }, says: 'nothing against it', because: 'on the last lawful day itself' },
    { of: { for: day('2026-03-31') }, says: 'has passed', because: 'not for a day that has passed' },
    { of: { for: day('2026-06-03') }, says: 'say why not', because: 'beyond it not without a reason' },
    {
      of: { for: day('2026-06-03'), reason: 'the chair is ill' },
      says: 'has to approve',
      because: 'nor without an approver',
    },
    {
      of: { for: day('2026-06-03'), reason: 'the chair is ill', approved: MANAGER },
      says: 'nothing against it',
      because: 'with both it is',
    },
    {
      of: { agreed: day('2026-05-20'), approved: CHAIR },
      says: 'Say why',
      because: 'an agreed day is not moved without a reason',
    },
    {
      of: { agreed: day('2026-05-20'), reason: 'school is closed', approved: MANAGER },
      says: 'Only the chair',
      because: 'nor by a manager of the case',
    },
    {
      of: { agreed: day('2026-05-20'), reason: 'school is closed', approved: CHAIR },
      says: 'nothing against it',
      because: 'the chair moves it',
    },
    {
      of: { agreed: day('2026-05-28') },
      says: 'nothing against it',
      because: 'the same day again is no move',
    },
  ])('$because', ({ of, says }) => {
    expect(bookingProblem({ ...booking, ...of }) ?? 'nothing against it').toContain(says)
  })
})
