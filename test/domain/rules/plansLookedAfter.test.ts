import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { agendaOver } from '../../../domain/agenda/agendaOver'
import { englandFamilySafeguarding1 as pack } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, planOn } from '../facts'

const started = (on: string) => event('looked-after-started', on, {})
const home = (on: string) => event('looked-after-ended', on, {})
const held = event('review-held', '2026-05-20', { outcome: 'continue' })
const FLAG = 'an early review conference is asked for, and this date stays'

const all = (...events: ChronologyEvent[]) =>
  timeline(facts([...planOn('2026-03-02'), ...events]), always(pack), calendar).obligations
/** Which reviews are flagged, since when, and who is asked. */
const asked = (...events: ChronologyEvent[]) =>
  all(...events).flatMap(({ rule, explanation, reminders }) =>
    explanation.map(sentence).some((text) => text.endsWith(FLAG))
      ? reminders
          .filter(({ step }) => step === 'at-once')
          .map(({ on, to }) => `${rule} ${on.toString()} ${to.join(' ')}`)
      : [],
  )

describe('a child becoming looked after stops no CPP timer: it sets a flag and asks for an early RCPC', () => {
  it.each([
    { events: [], gives: [], because: 'at home' },
    {
      events: [started('2026-04-11')],
      gives: ['review-first 2026-04-11 social-worker conference-service'],
      because: 'whoever books it is asked at once, on a Saturday too',
    },
    {
      events: [started('2026-04-11'), started('2026-04-20')],
      gives: ['review-first 2026-04-11 social-worker conference-service'],
      because: 'once for one time of being looked after',
    },
    { events: [started('2026-04-11'), home('2026-04-17')], gives: [], because: 'home in a week: the flag goes' },
    {
      events: [started('2026-04-11'), home('2026-04-17'), started('2026-04-25')],
      gives: ['review-first 2026-04-25 social-worker conference-service'],
      because: 'looked after again',
    },
    {
      events: [started('2026-05-20'), held],
      gives: ['review-next 2026-05-20 social-worker conference-service'],
      because: 'on the day of a review it asks for the next one',
    },
    {
      events: [started('2026-04-11'), held],
      gives: ['review-first 2026-04-11 social-worker conference-service'],
      because: 'the review held since is not asked for again',
    },
    { events: [started('2026-02-27')], gives: [], because: 'looked after before the plan: the conference knew' },
    {
      events: [event('plan-ended', '2026-04-10', { plan: 'cpp', reason: 'moved' }), started('2026-04-11')],
      gives: [],
      because: 'no plan runs any more',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(asked(...events)).toEqual(gives)
  })

  it('moves no date, ends nothing, and changes nothing else', () => {
    const bare = (events: ChronologyEvent[]) =>
      all(...events).map(({ reminders, explanation, ...one }) => ({
        ...one,
        reminders: reminders.filter(({ step }) => step !== 'at-once'),
        explanation: explanation.filter(({ step }) => step !== 'looked-after'),
      }))
    expect(bare([started('2026-04-11')])).toEqual(bare([]))
  })

  it('says so where the date is explained, and is told the day it happened, once', () => {
    const given = facts([...planOn('2026-03-02'), started('2026-04-15')])
    const [first] = timeline(given, always(pack), calendar).obligations.filter(({ rule }) => rule === 'review-first')
    expect(first?.explanation.map(sentence).at(-1)).toBe(`became looked after on 15 April 2026: ${FLAG}`)
    const notices = agendaOver(given, always(pack), calendar, day('2026-03-02'), day('2026-04-20'))
    expect(
      notices
        .filter(({ rule }) => rule === 'review-first')
        .map(({ on, lane, to, step }) => [on, lane, to, step].join(' ')),
    ).toEqual(['2026-04-15 at-once conference-service at-once', '2026-04-15 at-once social-worker at-once'])
  })
})
