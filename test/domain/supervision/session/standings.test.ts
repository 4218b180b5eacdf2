import { calendar, day } from '../../facts'
import { sessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import { declined, invitee, matter, placed, sessionOn, standingOf } from './exampleSession'

const ON = '2027-03-09'
const undecided = { approvedOn: null, refusedOn: null }

describe('how the matters of a planned session stand', () => {
  it('a reply of any kind is a reply, on the day it came or, not known, on that of the invitation', () => {
    const replied = (reply: 'accepted' | 'tentative', on: string | null) =>
      standingOf('reply', sessionOn(ON, { invitees: [invitee({ reply, repliedOn: on === null ? null : day(on) })] }))
    expect(replied('accepted', '2027-02-20')).toBe('done 2027-02-20')
    expect(replied('tentative', '2027-02-20')).toBe('done 2027-02-20')
    expect(replied('accepted', null)).toBe('done 2026-09-01')
    expect(standingOf('reply', sessionOn(ON))).toBe('open')
  })

  it('only who declined needs an exception', () => {
    const accepted = sessionOn(ON, { invitees: [invitee({ reply: 'accepted', repliedOn: day('2027-02-20') })] })
    expect(() => matter('exception', accepted)).toThrow('exception')
    expect(standingOf('exception', sessionOn(ON, { invitees: [declined('2027-03-01')] }))).toBe('open')
  })

  it.each([
    { exception: { reasonGiven: true, ...undecided }, is: 'open', attend: 'open' },
    { exception: { ...undecided, approvedOn: day('2027-03-02') }, is: 'done 2027-03-02', attend: 'ended excused' },
    { exception: { ...undecided, refusedOn: day('2027-03-02') }, is: 'done 2027-03-02', attend: 'open' },
    {
      exception: { refusedOn: day('2027-03-02'), approvedOn: day('2027-03-03') },
      ...{ is: 'done 2027-03-03', attend: 'ended excused' },
    },
    {
      exception: { refusedOn: day('2027-03-02'), approvedOn: day('2027-03-02') },
      is: 'done 2027-03-02',
      attend: 'open',
    },
  ])('an exception is $is, and the reminder of the session $attend', ({ exception, is, attend }) => {
    const session = sessionOn(ON, { invitees: [declined('2027-03-01', exception)] })
    expect([standingOf('exception', session), standingOf('attend', session)]).toEqual([is, attend])
  })

  it('the review waits while there is nothing to review, and is done with the last of them', () => {
    const review = (...cases: Parameters<typeof placed>[0][]) =>
      standingOf('summary-review', sessionOn(ON, { cases: cases.map(placed) }))
    const written = { summaryWrittenOn: day('2027-03-01') }
    const reviewed = { ...written, summaryReviewedOn: day('2027-03-03') }
    expect(review()).toBe('waiting')
    expect(review({})).toBe('waiting')
    expect(review(written, {})).toBe('open')
    expect(review(reviewed, {})).toBe('waiting')
    expect(review(reviewed, written)).toBe('open')
    expect(review({ ...reviewed, summaryReviewedOn: day('2027-03-04') }, reviewed)).toBe('done 2027-03-04')
  })

  it('what follows the session waits for it', () => {
    const session = sessionOn(ON, { sampled: true })
    expect([standingOf('minutes', session), standingOf('quality-check', session)]).toEqual(['waiting', 'waiting'])
  })

  it('only a sampled session is checked', () => {
    expect(sessionMatters(sessionOn(ON), calendar).map(({ step }) => step)).not.toContain('quality-check')
  })
})

describe('how they stand once the session is over', () => {
  const steps = ['attend', 'reply', 'exception', 'summary', 'summary-review', 'papers'] as const
  const open = { invitees: [declined('2027-03-01')], cases: [placed()], sampled: true }

  it.each(['held', 'not-held', 'cancelled'] as const)('what was to prepare one that is %s has ended', (state) => {
    const session = sessionOn(ON, { ...open, state })
    expect(steps.filter((step) => step !== 'reply').map((step) => standingOf(step, session))).toEqual(
      Array(5).fill(`ended ${state}`),
    )
    expect(standingOf('reply', session)).toBe('done 2027-03-01')
  })

  it('held, its record is done on the day it was recorded, and the minutes are open', () => {
    const held = sessionOn(ON, { ...open, state: 'held', heldOn: day('2027-03-10'), recordedHeldOn: day('2027-03-11') })
    expect(standingOf('held', held)).toBe('done 2027-03-11')
    expect(standingOf('held', { ...held, recordedHeldOn: null })).toBe('done 2027-03-10')
    expect(standingOf('minutes', held)).toBe('open')
    expect(standingOf('quality-check', held)).toBe('waiting')
    const out = { ...held, minutesOutOn: day('2027-03-11') }
    expect([standingOf('minutes', out), standingOf('quality-check', out)]).toEqual(['done 2027-03-11', 'open'])
    expect(standingOf('quality-check', { ...out, qualityCheckedOn: day('2027-03-20') })).toBe('done 2027-03-20')
  })

  it('not held, it has no minutes to send, and that it was not held is on record', () => {
    const not = sessionOn(ON, { ...open, state: 'not-held', recordedHeldOn: day('2027-03-09') })
    expect([standingOf('held', not), standingOf('minutes', not), standingOf('quality-check', not)]).toEqual([
      'done 2027-03-09',
      'ended not-held',
      'ended not-held',
    ])
  })

  it('cancelled, nobody needs to record anything', () => {
    expect(standingOf('held', sessionOn(ON, { ...open, state: 'cancelled' }))).toBe('ended cancelled')
  })
})
