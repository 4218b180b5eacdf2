import { pageWords } from '../../../client/web/app/pageWords'

const NOTHING_LEFT = 'This cannot be done now. Look at it again: it may have changed.'

describe('what a command refused, on a page', () => {
  it.each([
    [
      'Say why it is declined: --reason. Whoever proposed it reads that.',
      'Say why it is declined. Whoever proposed it reads that.',
    ],
    [
      "A review of a child protection plan says the child's view (--child-view), in their words. Nothing was saved.",
      "A review of a child protection plan says the child's view, in their words.",
    ],
    [
      'This conference is no longer due. `caseclock conference list REF` shows the next one.',
      'This conference is no longer due.',
    ],
    [
      '--on 2026-02-31 is not a day that exists. Write it as 2026-03-02.',
      '2026-02-31 is not a day that exists. Write it as 2026-03-02.',
    ],
    ['Somebody else has to.', 'Somebody else has to.'],
    ['Say why it was not held: --reason.', 'Say why it was not held.'],
    ['Whoever does it is somebody in post. Name them with --owner.', 'Whoever does it is somebody in post. Name them.'],
    [
      'It is booked for 14 April 2026. Say why that day is moved, with --reason. Nothing was saved.',
      'It is booked for 14 April 2026. Say why that day is moved.',
    ],
    [
      'Case T-1 has changed since you opened it. Nothing was saved: look at what is new, then record again.',
      'Case T-1 has changed since you opened it. Look at what is new, then record again.',
    ],
    [
      '--minutes-per-case is a whole number from 1 to 480.',
      'The field “minutes per case” is a whole number from 1 to 480.',
    ],
    [
      'Give other days, or end that first: caseclock cover end 019d1a90-f200-71e6-ba9f-c696dd768f40',
      'Give other days, or end that first.',
    ],
    [
      'There is no case T-9. Check the reference: `caseclock due` lists those you may see.',
      'There is no case T-9. Check the reference.',
    ],
    [
      'North 1 has no sessions yet. Say when it meets: --weekday tuesday --nth 1 3 --at 09:30 --minutes 180.',
      'North 1 has no sessions yet. Say when it meets.',
    ],
    ['Say whether the plan goes on: --outcome continue or end.', 'Say whether the plan goes on.'],
    ['Say of every open goal how far it is: --goal "NAME=met|part|not".', 'Say of every open goal how far it is.'],
    [
      'Nobody covers for themselves. Name somebody else with --by, or leave --by out.',
      'Nobody covers for themselves. Name somebody else.',
    ],
    ['The last stage ends with the resolution: caseclock dispute resolve.', 'The last stage ends with the resolution.'],
    [
      'An import is going on. Wait, or give it up with `caseclock import --give-up X --as YOU`. Nothing was imported.',
      'An import is going on. Nothing was imported.',
    ],
    [
      'It would take newer facts back. Import it all the same with --older. Nothing was imported.',
      'It would take newer facts back. Nothing was imported.',
    ],
    ['There is no import 7. `caseclock imports` lists them.', 'There is no import 7.'],
    [
      'ssd_person.csv, line 1: column pers_dob is missing. Export it again.',
      'ssd_person.csv, line 1: column pers_dob is missing. Export it again.',
    ],
    ['`caseclock due` lists references.', NOTHING_LEFT],
    ['', NOTHING_LEFT],
  ])('%s', (todo, words) => {
    expect(pageWords(todo)).toBe(words)
  })
})
