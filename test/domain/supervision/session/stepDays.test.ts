import { calendar, day } from '../../facts'
import { sessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import type { SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import { AFTER_EASTER, declined, dueOf, matter, sessionOn } from './exampleSession'

/** `summary C-1 2027-03-02 (due-8wd case-worker 2027-02-25, …)`. */
const daysOf = (facts: SessionFacts): readonly string[] =>
  sessionMatters(facts, calendar).map(({ step, subject, dueOn, reminders }) => {
    const asked = reminders.map(({ step: name, on, to }) => `${name} ${to} ${on.toString()}`)
    return `${step} ${subject} ${dueOn.toString()} (${asked.join(', ')})`
  })

describe('the days of a session (handbook, section 4)', () => {
  it('on Tuesday 9 March 2027, with no bank holiday near', () => {
    expect(daysOf(sessionOn('2027-03-09', { sampled: true }))).toEqual([
      'attend P-1 2027-03-09 (due-10wd invitee 2027-02-23)',
      'reply P-1 2027-03-02 (due-5wd invitee 2027-03-02)',
      'summary C-1 2027-03-02 (due-8wd case-worker 2027-02-25, due-6wd case-worker 2027-03-01)',
      'summary-review session 2027-03-04 (due-4wd team-manager 2027-03-03)',
      'papers session 2027-03-05 (due-3wd coordinator 2027-03-04)',
      'held session 2027-03-09 ()',
      'minutes session 2027-03-11 (after-1wd coordinator 2027-03-10)',
      'quality-check session 2027-03-25 (after-8wd service-manager 2027-03-23)',
    ])
  })

  it('on Wednesday 31 March 2027, with Good Friday and Easter Monday before it', () => {
    expect(daysOf(sessionOn(AFTER_EASTER, { invitees: [declined('2027-03-24')] }))).toEqual([
      'attend P-1 2027-03-31 (due-10wd invitee 2027-03-15)',
      'reply P-1 2027-03-22 (due-5wd invitee 2027-03-22)',
      'exception P-1 2027-03-30 (asked team-manager 2027-03-24)',
      'summary C-1 2027-03-22 (due-8wd case-worker 2027-03-17, due-6wd case-worker 2027-03-19)',
      'summary-review session 2027-03-24 (due-4wd team-manager 2027-03-23)',
      'papers session 2027-03-25 (due-3wd coordinator 2027-03-24)',
      'held session 2027-03-31 ()',
      'minutes session 2027-04-02 (after-1wd coordinator 2027-04-01)',
    ])
  })

  it('minutes and quality check are counted over Easter from the days they follow', () => {
    const held = sessionOn('2027-03-23', { state: 'held', heldOn: day('2027-03-24'), sampled: true })
    expect(dueOf('minutes', held)).toBe('2027-03-30')
    expect(dueOf('quality-check', { ...held, minutesOutOn: day('2027-03-25') })).toBe('2027-04-12')
  })

  it('until the minutes are out the quality check is dated as if they went out on their day', () => {
    expect(dueOf('quality-check', sessionOn('2027-03-23', { sampled: true }))).toBe('2027-04-12')
    expect(matter('quality-check', sessionOn('2027-03-23', { sampled: true })).standing).toBe('waiting')
  })
})

describe('why a day is the day', () => {
  it('counts back from the session', () => {
    expect(matter('summary', sessionOn('2027-03-09')).why).toEqual([
      'Session on 9 March 2027; 5 working days before it is 2 March 2027',
    ])
  })

  it('names the bank holidays that were left out', () => {
    expect(matter('papers', sessionOn(AFTER_EASTER)).why).toEqual([
      'Session on 31 March 2027; 2 working days before it is 25 March 2027 (not counted: 26 March 2027, Good Friday; 29 March 2027, Easter Monday)',
    ])
    const held = sessionOn('2027-03-24', { state: 'held' })
    expect(matter('minutes', held).why).toEqual([
      'Held on 24 March 2027; plus 2 working days is 30 March 2027 (not counted: 26 March 2027, Good Friday; 29 March 2027, Easter Monday)',
    ])
  })

  it('does not name the day it counts from, which is day 0 whatever it is', () => {
    expect(matter('papers', sessionOn('2027-03-29')).why).toEqual([
      'Session on 29 March 2027; 2 working days before it is 24 March 2027 (not counted: 26 March 2027, Good Friday)',
    ])
  })

  it('names none where none was left out, not even one on the other side of the session', () => {
    expect(matter('papers', sessionOn('2027-03-25')).why.join()).not.toContain('not counted')
  })

  it('says that bank holidays were computed where they are not yet published', () => {
    expect(matter('summary', sessionOn('2029-03-13')).why.at(-1)).toBe(
      'bank holidays after 31 December 2028 are not yet published; they were computed',
    )
  })
})
