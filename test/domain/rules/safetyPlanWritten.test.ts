import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { day, facts, obligationsOf, summary } from '../facts'
import { agreed } from './safetyPlanEvents'

describe('safety-plan-written: agreed verbally or by hand, 5 d, the formal document made', () => {
  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    {
      events: [agreed('2026-03-02', 'verbal')],
      gives: ['2026-03-07 cancelled 2040-01-05'],
      because: 'on a Saturday: it stays where it falls',
    },
    { events: [agreed('2026-03-02', 'formal')], gives: [], because: 'formal from the first' },
    {
      events: [agreed('2026-03-02', 'handwritten'), agreed('2026-03-06', 'formal')],
      gives: ['2026-03-07 met 2026-03-06'],
      because: 'the formal one is the written version of the one that runs',
    },
    {
      events: [agreed('2026-03-02', 'verbal'), agreed('2026-03-10', 'formal')],
      gives: ['2026-03-07 met 2026-03-10'],
      because: 'met late',
    },
    {
      events: [agreed('2026-03-02', 'verbal'), agreed('2026-03-04', 'handwritten'), agreed('2026-03-06', 'formal')],
      gives: ['2026-03-07 met 2026-03-06'],
      because: 'a second note before the document starts no clock',
    },
    {
      events: [agreed('2026-03-02', 'formal'), agreed('2026-04-10', 'handwritten')],
      gives: ['2026-04-15 cancelled 2040-01-05'],
      because: 'an amendment by hand has to be written up',
    },
    {
      events: [agreed('2026-03-06', 'formal'), agreed('2026-03-06', 'verbal')],
      gives: ['2026-03-11 met 2026-03-06'],
      because: 'both on one day, recorded the other way round',
    },
    {
      events: [agreed('2026-03-02', 'verbal', { validUntil: '2026-03-04' }), agreed('2026-03-04', 'formal')],
      gives: ['2026-03-07 met 2026-03-04'],
      because: 'written up on the last day it is valid',
    },
    {
      events: [agreed('2026-03-02', 'verbal', { validUntil: '2026-03-04' }), agreed('2026-03-05', 'formal')],
      gives: ['2026-03-07 cancelled 2026-03-04'],
      because: 'the day after it is a plan of its own',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('safety-plan-written', facts(events))).toEqual(gives)
  })

  it('the worker is reminded 3 and 1 days before, the team manager and the detective sergeant are told a working day late', () => {
    const [one] = obligationsOf('safety-plan-written', facts([agreed('2026-03-31', 'verbal')]))
    // Due on Easter Sunday: reminders on the working days before, lateness on Tuesday.
    expect(one?.dueOn.toString()).toBe('2026-04-05')
    expect(one?.reminders.map(({ step, on, to }) => `${step} ${on.toString()} ${to.join()}`)).toEqual([
      'due-3d 2026-04-02 social-worker',
      'due-1d 2026-04-02 social-worker',
    ])
    expect(one?.late).toMatchObject([{ on: day('2026-04-07'), to: ['team-manager', 'detective-sergeant'] }])
  })
})
