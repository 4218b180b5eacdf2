import { event, facts, obligationsOf, planOn, summary, TO_18 } from '../facts'
import { booked, coreGroup, ended, icpc, review, transferHeld } from './conferenceEvents'
import { closed, left } from './grounds'
import { toldOf } from './telling'

describe('reconvene: 10 working days from a conference or core group that was inquorate until it is held again, quorate', () => {
  it.each([
    { events: [icpc('2026-03-25', false)], gives: [`2026-04-10 ${TO_18}`], because: 'Easter does not count' },
    { events: [icpc('2026-03-25', true)], gives: [], because: 'quorate' },
    { events: [icpc('2026-03-25')], gives: [], because: 'quorum not recorded counts as quorate' },
    {
      events: [icpc('2026-03-25', false), icpc('2026-04-10', true)],
      gives: ['2026-04-10 met 2026-04-10'],
      because: 'held again on the last day',
    },
    {
      events: [icpc('2026-03-25', false), icpc('2026-04-01')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'held again, its quorum not recorded',
    },
    {
      events: [icpc('2026-03-25', false), icpc('2026-04-01', false)],
      gives: ['2026-04-10 cancelled 2026-04-01', `2026-04-17 ${TO_18}`],
      because: 'inquorate again: that one opens its own',
    },
    {
      events: [icpc('2026-03-25', false), event('icpc-held', '2026-03-25', { outcome: 'plan' }, { id: 'imported' })],
      gives: [`2026-04-10 ${TO_18}`],
      because: 'a second record of the same day is not a conference held again',
    },
    {
      events: [icpc('2026-03-25', false), coreGroup('2026-04-01', true)],
      gives: [`2026-04-10 ${TO_18}`],
      because: 'a core group is no conference',
    },
    {
      events: [transferHeld('2026-03-25', false), transferHeld('2026-04-01')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'transfer-in',
    },
    {
      events: [...planOn('2026-01-05'), review('2026-03-25', 'continue', false), review('2026-04-01')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'review',
    },
    {
      events: [...planOn('2026-01-05'), coreGroup('2026-03-25', false), coreGroup('2026-04-01')],
      gives: ['2026-04-10 met 2026-04-01'],
      because: 'core group',
    },
    {
      events: [...planOn('2026-01-05'), coreGroup('2026-03-25', false), ended('2026-04-01')],
      gives: ['2026-04-10 cancelled 2026-04-01'],
      because: 'the plan ended',
    },
    {
      events: [icpc('2026-03-25', false), closed('2026-04-01')],
      gives: ['2026-04-10 cancelled 2026-04-01'],
      because: 'the case closed',
    },
    {
      events: [icpc('2026-03-25', false), left('2026-04-01', 'died')],
      gives: ['2026-04-10 cancelled 2026-04-01'],
      because: 'the child died',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('reconvene', facts(events))).toEqual(gives)
  })

  it('shows the day it is booked for; tells the worker, the conference service, then the team manager and the IRO', () => {
    const given = [icpc('2026-03-25', false), booked('2026-03-26', '2026-04-09')]
    expect(obligationsOf('reconvene', facts(given))[0]?.bookedFor?.toString()).toBe('2026-04-09')
    expect(toldOf('reconvene', facts(given))).toEqual([
      '2026-04-01 due-5wd social-worker and conference-service',
      '2026-04-09 due-1wd social-worker and conference-service',
      '2026-04-13 morning late team-manager and independent-reviewing-officer',
    ])
  })

  it('a meeting corrected to quorate has nothing to hold again', () => {
    const corrected = event(
      'icpc-held',
      '2026-03-25',
      { outcome: 'plan', quorate: true },
      { id: 'x', supersedes: 'icpc-held 2026-03-25' },
    )
    expect(summary('reconvene', facts([icpc('2026-03-25', false), corrected]))).toEqual([])
  })
})
