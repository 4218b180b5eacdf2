import { nextStop } from '../../client/commands/web/runUntilSomething'
import { ranWords } from '../../client/web/demo/ranWords'
import { SPEEDS, speedsShown } from '../../client/web/demo/speeds'

describe('what a demo says after it ran', () => {
  it.each([
    [{ mails: 1, alerts: 0, days: 1 }, 'After 1 day: 1 mail left.'],
    [{ mails: 3, alerts: 2, days: 4 }, 'After 4 days: 3 mails left, 2 alerts opened.'],
    [{ mails: 2, alerts: 0, days: 0 }, 'On the same day: 2 mails left.'],
    [{ mails: 0, alerts: 0, days: 9 }, 'After 9 days: nothing has happened yet. Run it again to go on.'],
    [{ mails: 0, alerts: 0, days: 60 }, 'After 60 days: nothing has happened. Nothing is due so soon.'],
  ])('%o', (ran, words) => {
    expect(ranWords(ran)).toBe(words)
  })
})

it.each([
  ['2026-03-02T07:00:00Z', '2026-03-02T07:31:00.000Z', 'the morning round'],
  ['2026-03-02T07:31:00Z', '2026-03-02T10:00:00.000Z', 'never the same moment again'],
  ['2026-03-02T12:00:00Z', '2026-03-03T07:31:00.000Z', 'the next morning'],
  ['2026-03-28T12:00:00Z', '2026-03-29T06:31:00.000Z', 'summer time began that night'],
])('after %s a demo stops at %s: %s', (now, stop) => {
  expect(new Date(nextStop(Date.parse(now))).toISOString()).toBe(stop)
})

it('shows the speed that is set, and none that is not one of them', () => {
  expect(speedsShown(SPEEDS.minute.scale).filter(({ checked }) => checked)).toEqual([
    { value: 'minute', text: 'a day in a minute', checked: true },
  ])
  expect(speedsShown(7).some(({ checked }) => checked)).toBe(false)
})
