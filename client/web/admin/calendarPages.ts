import { textOf } from '../app/formText'
import { ChronoUnit, type LocalDate } from '@js-joda/core'
import { calendarInForce } from '../../../activities/planning/calendarInForce'
import { RulesUnreadable } from '../../../activities/planning/rulesUnreadable'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import type { WorkingCalendar } from '../../../domain/calendar/workingCalendar'
import { hiddenCharacter } from '../../../domain/hiddenCharacter'
import { addHoliday, holidayProblem } from '../../commands/addHoliday'
import { compareHoliday } from '../../queries/compareHoliday'
import { oneOffDays, type OneOffDay } from '../../queries/oneOffDays'
import { goTo, type Answer } from '../app/answer'
import { boxesOf, dayBoxes, formDay } from '../app/formDay'
import { formCommand } from '../app/formCommand'
import { dayWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { cells, howMany, type Table } from '../app/table'
import { comparisonSections } from './comparisonSections'
import { adminPage, refusedBy, type Wrong } from './sections'

const needs = 'run-authority'

/** Reviews are booked half a year ahead and long plans counted over a year: fewer months than these, and dates would rest on computed days. */
const ENOUGH_MONTHS = 12

export const CALENDAR_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/calendar', needs, answer: (asked) => calendarPage(asked) }),
  page({ method: 'POST', path: '/admin/calendar', needs, answer: (asked) => holidayStep(asked, 'look') }),
  page({ method: 'POST', path: '/admin/calendar/add', needs, answer: (asked) => holidayStep(asked, 'do') }),
]

async function calendarPage({ db, today, form }: Asked, wrong?: Wrong): Promise<Answer> {
  const title = textOf(form, 'title')
  return adminPage({
    ...{ title: 'Bank holidays', ...wrong },
    sections: [
      { bullets: knownLines(await calendarInForce(db), today) },
      { table: daysTable(await oneOffDays(db)) },
      {
        heading: 'Add a day that was proclaimed for one year',
        words: 'You see first which dates would move, and who would be told.',
        form: {
          ...{ action: '/admin/calendar', button: 'See what would change' },
          fields: [
            { kind: 'day', name: 'on', label: 'The day', boxes: dayBoxes(form, 'on') },
            {
              kind: 'text',
              name: 'title',
              label: 'What it is called',
              hint: 'People read it as the reason when a date moves',
              value: title,
            },
          ],
        },
      },
    ],
  })
}

/** Until when bank holidays are published, and whether that is far enough. */
export function knownLines({ publishedTo }: WorkingCalendar, today: LocalDate): readonly string[] {
  const months = Math.max(0, today.until(publishedTo, ChronoUnit.MONTHS))
  const known = `Bank holidays of England and Wales are published to ${dayWords(publishedTo)}, ${howMany(months, 'month')} ahead.`
  return months >= ENOUGH_MONTHS
    ? [known]
    : [
        known,
        'Later ones are computed by rule. Ask whoever runs Caseclock to install a version with the newly published ones.',
      ]
}

export const daysTable = (days: readonly OneOffDay[]): Table => ({
  caption: 'Days that were added',
  head: ['Day', 'What it is called', 'Added by'],
  empty: 'No day has been added.',
  rows: days.map(({ on, title, addedBy, addedAt }) =>
    cells(dayWords(isoDay(on)), title, `${addedBy}, ${dayWords(londonDay(addedAt.getTime()))}`),
  ),
})

async function holidayStep(asked: Asked, what: 'look' | 'do'): Promise<Answer> {
  const { db, processes, reader, today, form } = asked
  const on = formDay(form, 'on', 'The day')
  if (on.problem !== undefined) return calendarPage(asked, { problem: on.problem, at: 'on' })
  const title = textOf(form, 'title').replace(/\s+/g, ' ').slice(0, 200)
  const hidden = hiddenCharacter(title)
  if (hidden !== undefined)
    return calendarPage(asked, {
      problem: `The title holds a character that does not show (${hidden}). Type it again.`,
      at: 'title',
    })
  const holiday = { on: on.day, title }
  const problem = what === 'look' ? holidayProblem(holiday, await calendarInForce(db), today) : undefined
  if (problem !== undefined) return calendarPage(asked, refusedBy(problem))
  try {
    const compared = await compareHoliday(db, holiday, today)
    if (what === 'look') {
      const { day, month, year } = boxesOf(on.day)
      return adminPage({
        title: `${title}, ${dayWords(on.day)}`,
        sections: [
          { words: 'Nothing has been changed yet.' },
          ...(await comparisonSections(asked, compared, {
            form: {
              ...{ action: '/admin/calendar/add', fields: [], button: 'Add this day' },
              hidden: { title, 'on-day': day, 'on-month': month, 'on-year': year },
            },
          })),
        ],
      })
    }
    const command = { ...holiday, actorId: reader.id, commandId: formCommand(form), concerned: compared.concerned }
    const answer = await addHoliday({ db, processes }, command)
    if ('refused' in answer) return await calendarPage(asked, refusedBy(answer))
    return goTo('/admin/calendar', `${dayWords(on.day)} was added. Each case is planned again within minutes.`)
  } catch (error) {
    if (error instanceof RulesUnreadable) return calendarPage(asked, { problem: error.message })
    throw error
  }
}
