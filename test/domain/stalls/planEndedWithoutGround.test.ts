import { always } from '../../../domain/policy/policySchedule'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, planOn } from '../facts'
import { saysOf, stalls, table } from './stalls'

const RULE = 'plan-ended-without-ground'
const plan = planOn('2026-01-05')
const ended = (reason: 'review' | 'moved' | 'looked-after' | 'not-known') =>
  event('plan-ended', '2026-06-01', { plan: 'cpp', reason }, { id: 'end' })
const wrong = [...plan, ended('looked-after')]

describe('plan ended without one of the grounds above', () => {
  it.each(
    table(
      {
        events: [...plan, event('review-held', '2026-06-01', { outcome: 'end' }), ended('review')],
        gives: [],
        because: 'a quorate review ended it',
      },
      { events: [...plan, ended('moved')], gives: [], because: 'a move is a ground' },
      { events: [...plan, event('child-left', '2026-06-01', { reason: 'died' })], gives: [], because: 'death is one' },
      { events: wrong, gives: ['c1 2026-06-01 open'], because: 'becoming looked after is none' },
      { events: [...plan, ended('not-known')], gives: ['c1 2026-06-01 open'], because: 'nobody knows' },
      { events: [...plan, ended('review')], gives: ['c1 2026-06-01 open'], because: 'a review that nobody recorded' },
      {
        events: [...plan, event('child-left', '2026-06-01', { reason: 'adopted' })],
        gives: ['c1 2026-06-01 open'],
        because: 'adoption is none, though the child has left',
      },
      {
        events: [
          ...plan,
          event('child-left', '2026-06-01', { reason: 'adopted' }),
          event('child-left', '2026-06-02', { reason: 'died' }),
        ],
        gives: ['c1 2026-06-01 cancelled 2026-06-02'],
        because: 'of a child that died since nobody asks any more',
      },
      {
        events: [
          ...wrong,
          event(
            'plan-ended',
            '2026-06-01',
            { plan: 'cpp', reason: 'looked-after' },
            { id: 'back', supersedes: 'end', void: true },
          ),
        ],
        gives: [],
        because: 'taken back',
      },
      {
        events: [
          ...wrong,
          event('plan-ended', '2026-06-01', { plan: 'cpp', reason: 'moved' }, { id: 'right', supersedes: 'end' }),
        ],
        gives: [],
        because: 'corrected',
      },
      {
        events: [...wrong, event('plan-started', '2026-06-22', { plan: 'cpp' })],
        gives: ['c1 2026-06-01 met 2026-06-22'],
        because: 'a new plan',
      },
      {
        events: [...wrong, event('case-closed', '2026-06-08', { reason: 'RC7' })],
        gives: ['c1 2026-06-01 cancelled 2026-06-08'],
        because: 'the case was closed',
      },
      {
        events: [...plan, event('case-closed', '2026-06-08', { reason: 'RC7' })],
        gives: [],
        because: 'closing the case cancels everything; its problem is another',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('stands beside its problem, and says the same', () => {
    const { problems } = timeline(facts(wrong), always(englandFamilySafeguarding1), calendar)
    const because = 'child protection plan ended because the child became looked after, which is no ground to end one'
    expect(problems).toEqual([{ events: ['plan-started 2026-01-05', 'end'], problem: `a ${because}` }])
    expect(saysOf(RULE, facts(wrong))).toEqual({
      evidence: ['plan-started 2026-01-05', 'end'],
      what: `A ${because}: found on 1 June 2026`,
    })
  })

  it('a plan that had already ended when the case went live opens no stall', () => {
    const live = (liveSince: string) => stalls(RULE, facts(wrong, { liveSince: day(liveSince) }))
    expect(live('2026-06-02')).toEqual([])
    expect(live('2026-06-01')).toEqual(['c1 2026-06-01 open'])
  })
})
