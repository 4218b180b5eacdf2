import { londonDay, londonMinutes, londonMoment } from '../../domain/calendar/london'
import { day } from './facts'

describe('London wall time', () => {
  it.each([
    { on: '2026-01-15', offset: 0, because: 'winter' },
    { on: '2026-07-15', offset: 60, because: 'summer time' },
    { on: '2026-03-29', offset: 60, because: 'the morning after the clocks went forward' },
    { on: '2026-10-25', offset: 0, because: 'the morning after the clocks went back' },
    { on: '2035-03-25', offset: 60, because: 'ten years on' },
  ])('07:30 on $on is $offset minutes ahead of UTC: $because', ({ on, offset }) => {
    const moment = londonMoment(day(on), 450)
    expect(moment).toBe(Date.parse(`${on}T07:30:00Z`) - offset * 60_000)
    expect(londonDay(moment).toString()).toBe(on)
    expect(londonMinutes(moment)).toBe(450)
  })

  it('the hour that does not exist is the one after it, and the one that is repeated is the first', () => {
    expect(new Date(londonMoment(day('2026-03-29'), 90)).toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(new Date(londonMoment(day('2026-10-25'), 90)).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })
})
