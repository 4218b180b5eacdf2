import { londonDay, londonMoment } from '../../../../domain/calendar/london'
import { sessionAgenda } from '../../../../domain/supervision/session/sessionAgenda'
import type { SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import { sessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import { calendar, day } from '../../facts'
import { AFTER_EASTER, declined, invitee, placed, sessionOn } from './exampleSession'
import { daysOver, look, MINUTE, tellOn } from './telling'

/** Day by day over a span: `2027-03-15 attend due-10wd invitee`. */
const story = (facts: SessionFacts, from: string, to: string): readonly string[] =>
  tellOn(daysOver(day(from), day(to)), facts).map(({ toldOn, step, tell, to: reader }) =>
    [toldOn, step, tell, reader].join(' '),
  )

describe('a session nobody does anything about', () => {
  it('reminds, tells who is late, and climbs, each rung from the day the one below was told', () => {
    expect(story(sessionOn(AFTER_EASTER), '2027-03-01', '2027-06-30')).toEqual([
      '2027-03-15 attend due-10wd invitee',
      '2027-03-17 summary due-8wd case-worker',
      '2027-03-19 summary due-6wd case-worker',
      '2027-03-22 reply due-5wd invitee',
      '2027-03-23 summary rung-1 team-manager',
      '2027-03-24 reply rung-1 coordinator',
      '2027-03-24 papers due-3wd coordinator',
      '2027-03-25 summary rung-2 service-manager',
      '2027-03-30 reply rung-2 team-manager',
      '2027-03-30 papers rung-1 team-manager',
      '2027-04-01 held rung-1 coordinator',
      '2027-04-02 held rung-2 team-manager',
      '2027-04-07 held rung-3 service-manager',
      '2027-04-14 held rung-4 head-of-service',
    ])
  })

  it('asks for the review of a summary that is written', () => {
    const facts = sessionOn('2027-03-09', { invitees: [], cases: [placed({ summaryWrittenOn: day('2027-03-01') })] })
    expect(story(facts, '2027-02-22', '2027-03-08').filter((line) => line.includes('review'))).toEqual([
      '2027-03-03 summary-review due-4wd team-manager',
      '2027-03-05 summary-review rung-1 service-manager',
    ])
  })

  it('asks the team manager for an exception on the day of the decline', () => {
    const facts = sessionOn('2027-03-09', { invitees: [declined('2027-03-01')], cases: [] })
    expect(story(facts, '2027-03-01', '2027-03-08').filter((line) => line.includes('exception'))).toEqual([
      '2027-03-01 exception asked team-manager',
      '2027-03-04 exception rung-1 service-manager',
    ])
  })

  it('chases the minutes, and the check of a sampled session', () => {
    const held = { ...sessionOn('2027-03-09', { state: 'held', sampled: true }) } as const
    expect(story(held, '2027-03-09', '2027-06-01')).toEqual([
      '2027-03-10 minutes after-1wd coordinator',
      '2027-03-12 minutes rung-1 team-manager',
      '2027-03-17 minutes rung-2 service-manager',
      '2027-03-24 minutes rung-3 head-of-service',
    ])
    expect(story({ ...held, minutesOutOn: day('2027-03-10') }, '2027-03-10', '2027-06-01')).toEqual([
      '2027-03-22 quality-check after-8wd service-manager',
      '2027-04-02 quality-check rung-1 head-of-service',
    ])
  })
})

describe('a session that has nothing to say', () => {
  it('is closed when it is cancelled, and silent', () => {
    const cancelled = sessionOn(AFTER_EASTER, { state: 'cancelled', invitees: [declined('2027-03-01')], sampled: true })
    expect(look(cancelled, day('2027-04-20'))).toEqual({ write: [], nextMoment: null, closed: true })
  })

  it('is closed when it was not held, and when all that follows one that was held is done', () => {
    expect(look(sessionOn(AFTER_EASTER, { state: 'not-held' }), day('2027-04-20')).closed).toBe(true)
    const held = sessionOn(AFTER_EASTER, { state: 'held', minutesOutOn: day('2027-04-01') })
    expect(look(held, day('2027-04-20'))).toEqual({ write: [], nextMoment: null, closed: true })
    expect(look({ ...held, sampled: true }, day('2027-04-02')).closed).toBe(false)
    expect(look({ ...held, minutesOutOn: null }, day('2027-04-02')).closed).toBe(false)
  })

  it('is not closed while a matter is open of which everything has been said', () => {
    const told = tellOn(daysOver(day('2027-03-01'), day('2027-06-01')), sessionOn(AFTER_EASTER))
    expect(look(sessionOn(AFTER_EASTER), day('2027-06-02'), told)).toEqual({
      write: [],
      nextMoment: null,
      closed: false,
    })
  })

  it('does not speak of what is done', () => {
    const done = sessionOn(AFTER_EASTER, {
      invitees: [invitee({ reply: 'accepted', repliedOn: day('2027-03-02') })],
      cases: [placed({ summaryWrittenOn: day('2027-03-16'), summaryReviewedOn: day('2027-03-17') })],
      papersOutOn: day('2027-03-18'),
    })
    expect(look(done, day('2027-03-30')).write.map(({ step, tell }) => `${step} ${tell}`)).toEqual(['attend due-10wd'])
  })
})

it('its moments are London ones, also on the first days of summer time', () => {
  const now = londonMoment(day('2027-03-26'), 8 * 60)
  const facts = sessionOn(AFTER_EASTER, { invitees: [], cases: [], papersOutOn: null })
  const answer = sessionAgenda({
    ...{ matters: sessionMatters(facts, calendar), told: [], now, today: londonDay(now), minute: MINUTE },
    ...{ momentOf: londonMoment, calendar },
  })
  expect(answer.write.map(({ tell }) => tell)).toEqual(['due-3wd'])
  expect(answer.nextMoment).toBe(londonMoment(day('2027-03-30'), MINUTE))
})
