import { LocalDate } from '@js-joda/core'
import { invitation } from '../../activities/ical/invitation'
import { INVITATION, momentOf, onlyEvent } from './session'

describe('a session takes place (RFC 5545, 3.3.5)', () => {
  it.each([
    { on: '2027-03-02', at: '09:30', minutes: 90, from: '2027-03-02T09:30', to: '2027-03-02T11:00', because: 'winter' },
    { on: '2027-07-06', at: '09:30', minutes: 90, from: '2027-07-06T08:30', to: '2027-07-06T10:00', because: 'summer' },
    {
      on: '2027-03-28',
      at: '09:30',
      minutes: 60,
      from: '2027-03-28T08:30',
      to: '2027-03-28T09:30',
      because: 'first day of summer time',
    },
    {
      on: '2027-10-31',
      at: '09:30',
      minutes: 60,
      from: '2027-10-31T09:30',
      to: '2027-10-31T10:30',
      because: 'last day of summer time',
    },
    {
      on: '2027-03-28',
      at: '00:30',
      minutes: 60,
      from: '2027-03-28T00:30',
      to: '2027-03-28T01:30',
      because: 'the clocks go forward in it',
    },
    {
      on: '2027-10-31',
      at: '00:30',
      minutes: 180,
      from: '2027-10-30T23:30',
      to: '2027-10-31T02:30',
      because: 'the clocks go back in it',
    },
    {
      on: '2027-03-28',
      at: '01:15',
      minutes: 60,
      from: '2027-03-28T01:15',
      to: '2027-03-28T02:15',
      because: 'the clocks skip its start',
    },
    {
      on: '2027-12-31',
      at: '23:30',
      minutes: 90,
      from: '2027-12-31T23:30',
      to: '2028-01-01T01:00',
      because: 'it passes midnight',
    },
  ])('on $on at $at: $because', ({ on, at, minutes, from, to }) => {
    const event = onlyEvent(invitation({ ...INVITATION, on: LocalDate.parse(on), at, minutes }))
    expect(momentOf(event, 'dtstart')).toBe(`${from}:00.000Z`)
    expect(momentOf(event, 'dtend')).toBe(`${to}:00.000Z`)
  })
})
