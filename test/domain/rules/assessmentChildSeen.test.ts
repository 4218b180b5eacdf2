import { day, event, facts, obligationsOf, summary, TO_18 } from '../facts'
import { decided, received, unborn, visit } from './frontDoorEvents'
import { closed, left, reopened } from './grounds'
import { stateOf, toldOf } from './telling'

describe('assessment-child-seen: 10 working days from the referral accepted to a visit with the child seen', () => {
  const start = [received('2026-03-20'), decided('2026-03-23')]
  it.each([
    { events: start, gives: [`2026-04-08 ${TO_18}`], because: 'Good Friday and Easter Monday do not count' },
    { events: [...start, visit('2026-04-08')], gives: ['2026-04-08 met 2026-04-08'], because: 'seen on the last day' },
    {
      events: [...start, visit('2026-04-08', { seen: true })],
      gives: ['2026-04-08 met 2026-04-08'],
      because: 'alone or not',
    },
    { events: [...start, visit('2026-04-01', { seen: false })], gives: [`2026-04-08 ${TO_18}`], because: 'not seen' },
    { events: [...start, visit('2026-03-20')], gives: [`2026-04-08 ${TO_18}`], because: 'before it was accepted' },
    { events: [received('2026-03-20'), decided('2026-03-23', 'no-action')], gives: [], because: 'not accepted' },
    {
      events: [...start, event('transfer-in-notified', '2026-03-20', {})],
      gives: [`2026-04-08 ${TO_18}`],
      because: 'it comes with a transfer-in conference: only the assessment falls away',
    },
    {
      events: [...start, event('assessment-authorised', '2026-04-02', {})],
      gives: [`2026-04-08 ${TO_18}`],
      because: 'an assessment authorised without the child seen leaves it open',
    },
    { events: [...start, closed('2026-03-30')], gives: ['2026-04-08 cancelled 2026-03-30'], because: 'closed' },
    {
      events: [...start, closed('2026-03-30'), reopened('2026-04-01')],
      gives: [`2026-04-08 ${TO_18}`],
      because: 'the referral of a case reopened is open again',
    },
    { events: [...start, left('2026-03-30', 'died')], gives: ['2026-04-08 cancelled 2026-03-30'], because: 'died' },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('assessment-child-seen', facts(events))).toEqual(gives)
  })

  it('before birth any visit to the parents counts', () => {
    expect(summary('assessment-child-seen', facts([...start, visit('2026-04-01', { seen: false })], unborn))).toEqual([
      '2026-04-08 met 2026-04-01',
    ])
  })

  it('is met late after its day; reminds three working days before, tells the team manager the day after', () => {
    expect(stateOf('assessment-child-seen', facts([...start, visit('2026-04-09')]))).toEqual(['met-late'])
    expect(toldOf('assessment-child-seen', facts(start))).toEqual([
      '2026-04-01 due-3wd social-worker',
      '2026-04-09 morning late team-manager',
    ])
  })

  it('what fell due before going live is not known from the import: extracts carry the visits of plans only', () => {
    const given = facts(start, { liveSince: day('2026-04-09') })
    expect(obligationsOf('assessment-child-seen', given)[0]?.notKnownFromImport).toBe(true)
    const later = facts(start, { liveSince: day('2026-04-08') })
    expect(obligationsOf('assessment-child-seen', later)[0]?.notKnownFromImport).toBe(false)
  })
})
