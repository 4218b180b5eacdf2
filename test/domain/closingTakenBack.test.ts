import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { keyOf } from '../../domain/timeline/obligation'
import { event, facts, planOn, problemsOf, summary, TO_18 } from './facts'
import { planned } from './properties/planned'
import { decided, received, strategy } from './rules/frontDoorEvents'
import { closed, reopened } from './rules/grounds'

/** Something of every rule that can run before a case closes, none of it done. */
const begun = [
  received('2026-02-20'),
  decided('2026-02-20'),
  strategy('2026-03-03'),
  event('transfer-in-notified', '2026-03-01', {}),
  event('dispute-raised', '2026-03-01', {}),
  event('information-requested', '2026-03-01', { agency: 'health' }),
  event('closure-proposed', '2026-03-01', {}),
  event('handover-proposed', '2026-03-01', { to: 'w2' }),
  event('action-agreed', '2026-03-01', { action: 'a', owner: 'w1', by: '2026-03-20', meeting: 'm' }),
  event('safety-plan-agreed', '2026-03-01', { how: 'formal', reviewMode: 'six-weekly' }),
  event('caution-given', '2026-03-01', { person: 'p1' }),
  event('plan-started', '2026-03-01', { plan: 'plo' }),
  event('core-group-held', '2026-03-02', { quorate: false }),
  ...planOn('2026-03-02'),
]
/** Key and end of all that is something to do. Closures are followed up, and nobody allocated is asked anew each time: both are about the closing itself. */
const endsOf = (events: readonly ChronologyEvent[]) =>
  planned(facts(events))
    .obligations.filter(
      ({ kind, rule }) => kind === 'obligation' && rule !== 'closure-follow-up' && rule !== 'allocation',
    )
    .map((one) => `${keyOf(one)} ${one.end.outcome === 'cancelled' ? one.end.by : one.end.outcome}`)

const TIMERS_STOPPED = 'the case was closed while a section 47 enquiry was open; its timers stopped'

describe('closing the case cancels everything but its follow-ups; taken back, it has only interrupted', () => {
  it.each(['2026-03-10', '2026-03-11', '2026-04-20'])('every rule runs on after a reopening on %s', (on) => {
    const before = endsOf(begun)
    expect(before.length).toBeGreaterThan(20)
    expect(endsOf([...begun, closed('2026-03-10')])).not.toEqual(before)
    expect(endsOf([...begun, closed('2026-03-10'), reopened(on)])).toEqual(before)
  })

  it('the second closing is the one that stops them', () => {
    const events = [strategy('2026-03-02'), closed('2026-03-03'), reopened('2026-03-04'), closed('2026-03-12')]
    expect(summary('strategy-to-icpc', facts(events))).toEqual(['2026-03-23 cancelled 2026-03-12'])
  })

  it.each(['2026-04-20', '2026-04-22'])('stands where a new referral had come in by the reopening on %s', (on) => {
    const again = [closed('2026-03-10'), received('2026-04-20', 'r2'), reopened(on)]
    expect(summary('strategy-to-icpc', facts([...begun, ...again]))).toEqual(['2026-03-24 cancelled 2026-03-10'])
    expect(summary('information-request', facts([...begun, ...again]))).toEqual(['2026-03-13 cancelled 2026-03-10'])
  })

  it('a referral that comes in later takes no clock away that the reopening gave back', () => {
    const later = [closed('2026-03-10'), reopened('2026-03-11'), received('2026-03-13', 'r2')]
    expect(summary('strategy-to-icpc', facts([...begun, ...later]))).toEqual([`2026-03-24 ${TO_18}`])
  })

  it('a plan that nothing ended runs on whatever came in meanwhile, so that none is without a review date', () => {
    const again = [closed('2026-03-10'), received('2026-04-20', 'r2'), reopened('2026-04-20')]
    expect(summary('review-first', facts([...begun, ...again]))).toEqual([`2026-06-02 ${TO_18}`])
  })

  it('recorded twice and then taken back, it ends no safety plan', () => {
    const agreed = event('safety-plan-agreed', '2026-03-01', { how: 'formal', reviewMode: 'six-weekly' })
    const events = [agreed, closed('2026-03-10'), closed('2026-03-11'), reopened('2026-03-12')]
    expect(summary('safety-plan-review', facts(events))).toEqual(summary('safety-plan-review', facts([agreed])))
  })
})

describe('an enquiry that only a closing ended is never lost without a word', () => {
  const said = (events: readonly ChronologyEvent[], more = {}) =>
    problemsOf(facts([strategy('2026-03-02'), ...events], more)).map(({ problem }) => problem)

  it('the case says so, also where a new referral had the file reopened', () => {
    expect(said([closed('2026-03-10')])).toEqual([TIMERS_STOPPED])
    expect(said([closed('2026-03-10'), received('2026-04-20'), reopened('2026-04-20')])).toEqual([TIMERS_STOPPED])
  })

  it.each([
    { events: [closed('2026-03-10'), reopened('2026-03-11')], because: 'the closing was taken back' },
    { events: [event('icpc-not-required', '2026-03-09', { reason: 'r' }), closed('2026-03-10')], because: 'answered' },
    { events: [], because: 'it is open' },
  ])('but not when $because', ({ events }) => {
    expect(said(events)).toEqual([])
  })

  it('nor of what had closed before the first import', () => {
    expect(said([closed('2026-03-10')], { liveSince: closed('2026-03-11').on })).toEqual([])
  })
})
