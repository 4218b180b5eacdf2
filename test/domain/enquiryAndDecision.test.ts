import { event, facts, summary } from './facts'

const received = event('referral-received', '2026-03-02', { source: '2A' })
const strategy = event('strategy-discussion', '2026-03-03', { opensSection47: true })
const decided = (outcome: 'accepted' | 'early-help' | 'no-action') =>
  event('referral-decided', '2026-03-05', { outcome })

describe('strategy-to-icpc is met by the conference, the decision that none is required, or the end of the enquiry without one', () => {
  it.each(['early-help', 'no-action', 'accepted'] as const)('a referral decided %s ends no enquiry', (outcome) => {
    const given = facts([received, strategy, decided(outcome)])
    expect(summary('strategy-to-icpc', given)).toEqual(['2026-03-24 cancelled 2040-01-05'])
    expect(summary('enquiry-child-seen', given)).toEqual(['2026-03-04 cancelled 2040-01-05'])
    const booked = event('icpc-booked', '2026-03-06', { for: '2026-03-20' })
    expect(summary('icpc-report', facts([...given.events, booked]))).toEqual(['2026-03-18 cancelled 2040-01-05'])
  })

  it('the end of the enquiry does, and so does the closing of the case', () => {
    const ended = event('section-47-ended', '2026-03-06', { outcome: 'no-conference' })
    const closed = event('case-closed', '2026-03-06', { reason: 'RC7' })
    const given = [received, strategy, decided('no-action')]
    expect(summary('strategy-to-icpc', facts([...given, ended]))).toEqual(['2026-03-24 met 2026-03-06'])
    expect(summary('strategy-to-icpc', facts([...given, closed]))).toEqual(['2026-03-24 cancelled 2026-03-06'])
  })
})
