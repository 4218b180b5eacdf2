import { caseStanding } from '../../../domain/chronology/caseStanding'
import { event, facts, obligationsOf, planOn, summary } from '../facts'

/** What the properties found, reduced to its least facts. */
describe('a correction keeps the place of what it corrects among the events of its day', () => {
  it('a closing whose reason is corrected does not close the case that was reopened that day', () => {
    const closed = event('case-closed', '2026-03-02', { reason: 'RC1' }, { id: 'closed' })
    const reopened = event('case-reopened', '2026-03-02', {})
    const corrected = event('case-closed', '2026-03-02', { reason: 'RC7' }, { id: 'corrected', supersedes: 'closed' })
    expect(caseStanding(facts([...planOn('2026-01-05'), closed, reopened])).open).toBe(true)
    expect(caseStanding(facts([...planOn('2026-01-05'), closed, reopened, corrected])).open).toBe(true)
  })

  it('the first of two visits of one day keeps the name of what runs from it', () => {
    const visit = (id: string, more = {}) => event('visit-made', '2026-03-09', { seen: true }, { id, ...more })
    const given = [...planOn('2026-03-02'), visit('first'), visit('second')]
    const triggers = (events: typeof given) => obligationsOf('visit', facts(events)).map(({ trigger }) => trigger)
    expect(triggers([...given, visit('again', { supersedes: 'first' })])).toEqual(triggers(given))
  })
})

describe('closing the case ends the plan that starts on that very day too', () => {
  it('also where its conference was held before and the start recorded on the day of the closing', () => {
    const held = event('icpc-held', '2026-03-02', { outcome: 'plan' })
    const given = facts([
      held,
      event('plan-started', '2026-03-04', { plan: 'cpp' }),
      event('case-closed', '2026-03-04', { reason: 'RC7' }),
    ])
    expect(obligationsOf('core-group-first', given).map(({ end }) => end.outcome)).not.toContain('open')
    expect(
      obligationsOf('review-first', given).filter(({ end }) => end.outcome === 'cancelled' && end.by === 'birthday'),
    ).toEqual([])
  })
})

describe('a conference on the day the case closes', () => {
  it('makes no second plan where one runs that nothing else ended: one closing, one end, one set of follow-ups', () => {
    const conference = (on: string) => event('icpc-held', on, { outcome: 'plan' })
    const closed = event('case-closed', '2026-02-18', { reason: 'RC7' }, { id: 'closed' })
    const given = facts([conference('2026-01-05'), conference('2026-02-18'), closed])
    expect(obligationsOf('cpp-follow-up-3m', given).map(({ trigger, part }) => `${trigger} ${part}`)).toEqual([
      'icpc-held 2026-01-05 plan-start',
      'closed plan-end',
    ])
    expect(summary('review-first', given)).toEqual(['2026-04-02 cancelled 2026-02-18'])
  })

  it('makes one where the plan before ended that day by itself', () => {
    const given = facts([
      event('icpc-held', '2026-01-05', { outcome: 'plan' }),
      event('plan-ended', '2026-02-18', { plan: 'cpp', reason: 'moved' }),
      event('icpc-held', '2026-02-18', { outcome: 'plan' }),
      event('case-closed', '2026-02-18', { reason: 'RC7' }, { id: 'closed' }),
    ])
    expect(summary('review-first', given)).toHaveLength(2)
  })
})

describe('what was booked after a plan had ended', () => {
  it('is not shown on its review that nobody waits for any more', () => {
    const given = facts([
      ...planOn('2026-01-05'),
      event('plan-ended', '2026-02-02', { plan: 'cpp', reason: 'moved' }),
      event('review-booked', '2026-02-09', { for: '2026-03-02' }),
    ])
    expect(obligationsOf('review-first', given).map(({ bookedFor }) => bookedFor)).toEqual([null])
  })
})

describe('an action whose day had passed when it was agreed', () => {
  it('corrected in its own day, and back, is what it was', () => {
    const agreed = (on: string, id: string, more = {}) =>
      event('action-agreed', on, { action: 'ring', owner: 'w1', by: '2026-02-10', meeting: 'm1' }, { id, ...more })
    const first = agreed('2026-02-11', 'a')
    const there = [first, agreed('2026-02-12', 'b', { supersedes: 'a' })]
    const back = [...there, agreed('2026-02-11', 'c', { supersedes: 'b' })]
    expect(obligationsOf('action', facts(back))).toEqual(obligationsOf('action', facts([first])))
  })

  it('moved in vain, and taken back, says no more of it', () => {
    const agreed = (on: string, by: string, id: string, more = {}) =>
      event('action-agreed', on, { action: 'ring', owner: 'w1', by, meeting: 'm1' }, { id, ...more })
    const first = agreed('2026-02-02', '2026-02-10', 'a')
    const moved = agreed('2026-02-16', '2026-03-02', 'b', { supersedes: 'a' })
    const back = agreed('2026-02-02', '2026-02-10', 'c', { supersedes: 'b' })
    const steps = (events: Parameters<typeof facts>[0]) =>
      obligationsOf('action', facts(events)).flatMap(({ explanation }) => explanation.map(({ step }) => step))
    expect(steps([first, moved])).toContain('moved-in-vain')
    expect(steps([first, moved, back])).toEqual(steps([first]))
  })
})

describe('a plan that ends, and one that starts and is closed with the case, on one day', () => {
  it('have a follow-up of their end each', () => {
    const given = facts([
      event('plan-started', '2026-02-18', { plan: 'cpp' }, { id: 'second' }),
      event('case-closed', '2026-02-18', { reason: 'RC7' }, { id: 'closed' }),
      event('review-held', '2026-02-18', { outcome: 'end', quorate: true }, { id: 'review' }),
      event('plan-started', '2026-01-05', { plan: 'cpp' }, { id: 'first' }),
    ])
    const ends = obligationsOf('cpp-follow-up-3m', given).filter(({ part }) => part === 'plan-end')
    expect(ends.map(({ trigger }) => trigger).sort()).toEqual(['closed', 'review'])
  })
})

describe('progress recorded on the day of a second missed appointment', () => {
  it('comes after it, in whatever order they were recorded: found and ended that day, and told to nobody', () => {
    const missed = (on: string) => event('appointment-missed', on, { with: 'school' })
    const progress = event('progress-recorded', '2026-02-02', {})
    const [first, second] = [missed('2026-01-26'), missed('2026-02-02')]
    for (const given of [
      [first, progress, second],
      [first, second, progress],
    ])
      expect(summary('appointments-missed', facts(given))).toEqual(['2026-02-02 met 2026-02-02'])
  })
})
