import { isOpen } from '../../../domain/agenda/agenda'
import { conferencesDue } from '../../../domain/conference/conferencesDue'
import { conferenceStanding } from '../../../domain/conference/conferenceStanding'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, planOn, twoChildren } from '../facts'

const policy = always(englandFamilySafeguarding1)

/** `review 2026-06-02 due, booked 2026-05-28, for 2: review-first review-report`. */
function said(story: CaseFacts, on: string): readonly string[] {
  const today = day(on)
  const { obligations } = timeline(story, policy, calendar)
  const kinds = new Map(story.events.map(({ id, kind }) => [id, kind]))
  return conferencesDue(obligations, (id) => kinds.get(id), today)
    .filter(({ due, papers }) => [...due, ...papers].some((one) => isOpen(one, today)))
    .map((one) => {
      const { state, dueOn, bookedFor } = conferenceStanding(one, today)
      const booked = bookedFor === null ? '' : `, booked ${bookedFor.toString()}`
      const rules = [...one.due, ...one.papers].map(({ rule }) => rule).join(' ')
      return `${one.kind}${one.again ? ' again' : ''} ${dueOn.toString()} ${state}${booked}, for ${String(one.due.length)}: ${rules}`
    })
}

const plan = planOn('2026-03-02')

describe('the conferences a case has to hold', () => {
  it('are a core group and a review once a conference has made a plan, and the papers of that conference', () => {
    const held = event('icpc-held', '2026-03-02', { outcome: 'plan', quorate: true }, { id: 'icpc' })
    const asked = event('strategy-discussion', '2026-02-23', { opensSection47: true })
    expect(said(facts([asked, held, ...plan]), '2026-03-03')).toEqual([
      'core-group 2026-03-16 due, for 1: core-group-first',
      'initial 2026-03-16 held, for 1: strategy-to-icpc conference-decision conference-record',
      'review 2026-06-02 due, for 1: review-first',
    ])
  })

  it('are one for all children who share the day it runs from', () => {
    const two = facts([...plan], twoChildren)
    expect(said(two, '2026-03-03').filter((line) => line.startsWith('review'))).toEqual([
      'review 2026-06-02 due, for 2: review-first review-first',
    ])
  })

  it('hold their reports once they are booked', () => {
    const booked = event('review-booked', '2026-04-01', { for: '2026-05-28' })
    expect(said(facts([...plan, booked]), '2026-04-02').at(-1)).toBe(
      'review 2026-06-02 due, booked 2026-05-28, for 1: review-first review-report',
    )
  })

  it('are held again where one was inquorate, beside the next of the series', () => {
    const inquorate = event('review-held', '2026-05-28', { outcome: 'continue', quorate: false })
    const lines = said(facts([...plan, inquorate]), '2026-05-29').filter((line) => line.startsWith('review'))
    expect(lines.map((line) => line.replace(/:.*/, '')).sort()).toEqual([
      'review 2026-06-02 held, for 1',
      'review 2026-11-27 due, for 1',
      'review again 2026-06-11 due, for 1',
    ])
  })

  it('leave out what ended before anybody could hold it', () => {
    const ended = event('plan-ended', '2026-04-01', { plan: 'cpp', reason: 'moved' })
    expect(said(facts([...plan, ended]), '2026-04-02')).toEqual([])
  })
})
