import { LocalDate } from '@js-joda/core'
import type { DiaryLine } from '../../../client/queries/supervision/diary'
import { leadOf } from '../../../client/web/year/lead'
import { patternWords } from '../../../client/web/year/patternWords'
import { readPattern } from '../../../client/web/year/patternPages'
import { sessionLine, yearWall } from '../../../client/web/year/yearWall'

const today = LocalDate.parse('2026-03-10')
const session = (on: string, more: Partial<DiaryLine> = {}): DiaryLine => ({
  ...{ id: on, on, at: '09:30', minutes: 60, room: '', state: 'planned', why: null, capacity: 4, placed: 2 },
  ...{ unanswered: 3, declined: 1 },
  ...more,
})

describe('the wall of a year', () => {
  const wall = yearWall({
    sessions: [session('2026-03-03', { state: 'held' }), session('2026-03-17', { placed: 4 }), session('2026-05-05')],
    skipped: [
      { on: LocalDate.parse('2026-04-03'), at: '09:30', because: { why: 'bank-holiday', title: 'Good Friday' } },
    ],
    gaps: [{ month: '2026-05' }, { month: '2026-05' }],
    today,
  })

  it('has twelve months, as many columns as the fullest has sessions, and says what each box is in words', () => {
    expect([wall.rows.length, wall.columns]).toEqual([12, ['1st', '2nd']])
    expect(wall.rows[0]?.cells.map((cell) => [cell?.day, cell?.words, cell?.fill])).toEqual([
      ['Tue 3', 'Held', ''],
      ['Tue 17', '4 of 4 cases', 'cc-fill--10'],
    ])
    expect(wall.rows[1]?.cells).toEqual([
      expect.objectContaining({ day: 'Fri 3', words: 'Good Friday', href: '' }),
      null,
    ])
    expect(wall.rows.map(({ gaps }) => gaps).filter((gaps) => gaps !== '')).toEqual(['2 without a place'])
  })

  it('says that a place is taken by a case that may not be opened, and beside the list how many that has', () => {
    const words = (closed: number) => {
      const full = session('2026-03-17', { placed: 4, closed })
      const [row] = yearWall({ sessions: [full], skipped: [], gaps: [], today }).rows
      const line = sessionLine(full, today)
      return [row?.cells[0]?.words, row?.cells[0]?.fill, line.cases, line.closed]
    }
    expect(words(0)).toEqual(['4 of 4 cases', 'cc-fill--10', '4 of 4', ''])
    expect(words(1)).toEqual([
      '4 of 4 places, 1 closed to you',
      'cc-fill--10',
      '3 of 4',
      '1 place is taken by a case you may not open',
    ])
    expect(words(2)[3]).toBe('2 places are taken by cases you may not open')
  })

  it('offers to change only what lies ahead and is planned', () => {
    expect(sessionLine(session('2026-03-17'), today).changes.map(({ text }) => text)).toEqual([
      'Move',
      'Cancel',
      'Make longer or shorter',
    ])
    for (const over of [session('2026-03-03'), session('2026-03-17', { state: 'cancelled', why: 'Snow' })])
      expect(sessionLine(over, today).changes).toEqual([])
  })

  it('says first what needs somebody, and nothing of what there is none of', () => {
    expect(leadOf({ gaps: 1, late: 0, due: 3, moved: 0 }).map(({ text }) => text)).toEqual([
      '1 place missing',
      '3 due in the next two weeks',
    ])
    expect(leadOf({ gaps: 0, late: 0, due: 0, moved: 0 })).toEqual([])
  })
})

describe('when a team meets', () => {
  const first = { number: 1, weekday: 'tuesday', nth: ['3', '1'], at: '09:30', minutes: '60' }
  const second = { number: 2, weekday: '', nth: [], at: '', minutes: '' }
  const typed = { series: [first, second], minutesPerCase: '20', room: 'Room 4', closed: '22 12 2026\n\n3/8/2027' }

  it('is read from its form, and said in a line', () => {
    const read = readPattern(typed)
    if ('problems' in read) throw new Error('The pattern was refused.')
    expect(read.closedDates.map(String)).toEqual(['2026-12-22', '2027-08-03'])
    expect(patternWords(read)).toBe('1st and 3rd Tuesday of the month, 09:30 to 10:30 · Room 4 · 20 minutes a case')
  })

  it.each([
    [{ series: [{ ...first, nth: [] }, second] }, '#nth-1'],
    [{ series: [{ ...first, weekday: 'someday' }, second] }, '#weekday-1'],
    [{ series: [first, { ...second, nth: ['2'] }] }, '#at-2'],
    [{ minutesPerCase: '0' }, '#per-case'],
    [{ closed: '31 2 2027' }, '#closed'],
  ])('is refused where it cannot be: %j', (wrong, href) => {
    const read = readPattern({ ...typed, ...wrong })
    expect('problems' in read ? read.problems.map((one) => one.href) : []).toContain(href)
  })
})
