import { always } from '../../domain/policy/policySchedule'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { computedBankHolidays, easterSunday } from '../../domain/calendar/computedBankHolidays'
import { BANK_HOLIDAYS } from '../../domain/calendar/bankHolidays'
import {
  holidaysBetween,
  lastWorkingDayUpTo,
  nextWorkingDayFrom,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from '../../domain/calendar/workingDays'
import { englandFamilySafeguarding1 as policy } from '../../domain/policy/englandFamilySafeguarding1'
import { ruleOf } from '../../domain/policy/policyPack'
import { dueAfter } from '../../domain/timeline/dueDate'
import { sentence } from '../../domain/timeline/sentence'
import { standing } from '../../domain/timeline/standing'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf, planOn } from './facts'

const review = ruleOf(policy, 'review-first')
const conference = (on: string) => ({ kind: 'icpc-held' as const, on: day(on) })
const why = (rule: string, given: ReturnType<typeof facts>) => obligationsOf(rule, given)[0]?.explanation.map(sentence)

describe('months are calendar ones and clamped, never rolled into the next month', () => {
  it.each([
    { from: '2026-11-30', limitOn: '2027-02-28', dueOn: '2027-02-26' },
    { from: '2027-11-30', limitOn: '2028-02-29', dueOn: '2028-02-29' },
    { from: '2026-08-31', limitOn: '2026-11-30', dueOn: '2026-11-30' },
  ])('3 months after $from is $limitOn', ({ from, limitOn, dueOn }) => {
    const due = dueAfter(review, conference(from), calendar)
    expect([due.limitOn.toString(), due.dueOn.toString()]).toEqual([limitOn, dueOn])
  })
})

describe('counting back never goes behind the trigger: then the trigger’s own date is the due date', () => {
  it.each([
    {
      from: '2026-11-21',
      n: 1,
      dueOn: '2026-11-21',
      because: 'from a Saturday to the Sunday: the Friday lies behind it',
    },
    { from: '2026-11-20', n: 2, dueOn: '2026-11-20', because: 'from a Friday to the Sunday: the Friday itself' },
  ])('$n days after $from is due on $dueOn: $because', ({ from, n, dueOn }) => {
    const rule = { id: 'visit', interval: { n, unit: 'days' }, firstDayCounts: false, roll: 'back' } as const
    expect(dueAfter(rule, conference(from), calendar).dueOn.toString()).toBe(dueOn)
  })
})

describe('the day after the trigger is day 1 unless the rule says the trigger’s day counts', () => {
  it.each([
    { from: '2026-11-20', n: 2, unit: 'working-days', without: '2026-11-24', counted: '2026-11-23' },
    { from: '2026-11-21', n: 2, unit: 'working-days', without: '2026-11-24', counted: '2026-11-24' },
    { from: '2026-11-20', n: 1, unit: 'working-days', without: '2026-11-23', counted: '2026-11-20' },
    { from: '2026-11-20', n: 5, unit: 'days', without: '2026-11-25', counted: '2026-11-24' },
    { from: '2026-11-20', n: 1, unit: 'weeks', without: '2026-11-27', counted: '2026-11-26' },
    { from: '2026-11-20', n: 1, unit: 'months', without: '2026-12-20', counted: '2026-12-20' },
  ] as const)('$n $unit from $from: $without, or $counted where it counts', ({ from, n, unit, without, counted }) => {
    const due = (firstDayCounts: boolean) =>
      dueAfter({ id: 'visit', interval: { n, unit }, firstDayCounts, roll: 'none' }, conference(from), calendar)
    expect(due(false).dueOn.toString()).toBe(without)
    expect(due(true).dueOn.toString()).toBe(counted)
    expect(due(true).explanation.map(sentence).includes('that day is day 1')).toBe(unit !== 'months')
    expect(due(false).explanation.map(sentence)).not.toContain('that day is day 1')
  })
})

describe('what is met by no meeting stays where it falls', () => {
  it('a follow-up due on a Sunday is due on the Sunday', () => {
    expect(why('cpp-follow-up-3m', facts([event('plan-started', '2026-11-30', { plan: 'cpp' })]))).toEqual([
      'Child protection plan started on 30 November 2026',
      'plus 3 calendar months is 28 February 2027',
      'a Sunday, not a working day; this date stays where it falls',
    ])
  })
})

describe('why this date, in words', () => {
  it('names the working day before, and why', () => {
    expect(why('review-first', facts(planOn('2026-09-25')))).toEqual([
      'Initial child protection conference held on 25 September 2026',
      'plus 3 calendar months is 25 December 2026',
      'that is a bank holiday, Christmas Day, so it is due on the working day before: Thursday 24 December 2026',
    ])
  })

  it('names the bank holidays a count of working days left out', () => {
    const opened = event('strategy-discussion', '2026-12-21', { opensSection47: true })
    expect(why('strategy-to-icpc', facts([opened]))?.[1]).toBe(
      'plus 15 working days is 14 January 2027 (not counted: 25 December 2026, Christmas Day; 28 December 2026, Boxing Day; 1 January 2027, New Year’s Day)',
    )
  })

  it('says when bank holidays are not yet published', () => {
    expect(why('review-first', facts(planOn('2028-10-18')))?.at(-1)).toContain('not yet published')
    expect(why('review-first', facts(planOn('2028-09-18')))?.at(-1)).not.toContain('not yet published')
  })
})

describe('an official bank holiday that is added moves working-day dates in flight, and says so', () => {
  const added = englandAndWales([['2026-06-02', 'A day of thanks']])
  const by = (rule: string, given: ReturnType<typeof facts>) =>
    timeline(given, always(policy), added).obligations.filter((one) => one.rule === rule)[0]

  it('a count of working days has one day more', () => {
    const opened = facts([event('strategy-discussion', '2026-05-18', { opensSection47: true })])
    expect(obligationsOf('strategy-to-icpc', opened)[0]?.dueOn.toString()).toBe('2026-06-09')
    const moved = by('strategy-to-icpc', opened)
    expect(moved?.dueOn.toString()).toBe('2026-06-10')
    expect(moved?.explanation.map(sentence)[1]).toContain('2 June 2026, A day of thanks')
  })

  it('a meeting due on it by months is due on the working day before, its last lawful day stays', () => {
    const moved = by('review-first', facts(planOn('2026-03-02')))
    expect([moved?.dueOn.toString(), moved?.limitOn.toString()]).toEqual(['2026-06-01', '2026-06-02'])
  })

  it('and the calendar has a version of its own', () => {
    expect(added.version).not.toBe(calendar.version)
  })
})

describe('how an obligation stands on a day', () => {
  const on = (today: string, ...more: ReturnType<typeof planOn>) => {
    const [first] = obligationsOf('review-first', facts([...planOn('2026-11-30'), ...more]))
    return first === undefined ? undefined : standing(first, day(today), calendar)
  }
  const held = (date: string) => event('review-held', date, { outcome: 'continue' })
  it.each([
    { today: '2027-02-25', is: { state: 'upcoming' } },
    { today: '2027-02-26', is: { state: 'due' } },
    { today: '2027-02-27', is: { state: 'overdue', daysLate: 1 } },
    { today: '2027-03-08', is: { state: 'overdue', daysLate: 10 } },
  ])('on $today it is $is.state', ({ today, is }) => {
    expect(on(today)).toEqual(is)
  })

  it('met means done on or before the last lawful day: a lawful Sunday is met, the Monday after is late from the due day', () => {
    expect(on('2027-04-01', held('2027-02-28'))).toMatchObject({ state: 'met' })
    expect(on('2027-04-01', held('2027-03-01'))).toMatchObject({ state: 'met-late', daysLate: 3 })
  })

  it('a rule in working days is late in working days: none on the Saturday after', () => {
    const [visit] = obligationsOf('visit', facts([event('plan-started', '2026-11-06', { plan: 'cpp' })]))
    expect(visit?.dueOn.toString()).toBe('2026-11-20')
    const late = ['2026-11-21', '2026-11-23'].map((today) => visit && standing(visit, day(today), calendar))
    expect(late).toEqual([
      { state: 'overdue', daysLate: 0 },
      { state: 'overdue', daysLate: 1 },
    ])
  })

  it('a birthday that lies ahead leaves it open until then', () => {
    expect(on('2039-12-31')).toMatchObject({ state: 'overdue' })
    expect(on('2040-01-05')).toMatchObject({ state: 'cancelled', cancelledBy: 'birthday' })
  })
})

describe('reminders count back from the due date', () => {
  const on = (rule: string, given: ReturnType<typeof facts>) =>
    obligationsOf(rule, given)[0]?.reminders.map((one) => `${one.step} ${one.on.toString()}`)

  const coreGroup = (on: string) => facts([...planOn('2026-02-20'), event('core-group-held', on, {})])

  it('by weeks, days and working days', () => {
    expect(on('review-first', facts(planOn('2026-09-25')))).toEqual([
      'book-6w 2026-11-12',
      'due-10wd 2026-12-10',
      'due-2wd 2026-12-22',
    ])
    expect(on('core-group', coreGroup('2026-04-10'))).toEqual(['due-7d 2026-05-15', 'due-1wd 2026-05-21'])
  })

  it('one that falls on a day that is none goes out on the working day before', () => {
    // Due Friday 10 April 2026; a week before is Good Friday.
    expect(on('core-group', coreGroup('2026-02-27'))).toEqual(['due-7d 2026-04-02', 'due-1wd 2026-04-09'])
  })

  it('one that would fall before the trigger is left out, on its own day it is kept', () => {
    const by = (n: number) => {
      const rules = policy.rules.map((rule) =>
        rule.interval === null ? rule : { ...rule, interval: { ...rule.interval, n, unit: 'working-days' as const } },
      )
      const [visit] = timeline(
        facts([event('plan-started', '2026-03-02', { plan: 'cpp' })]),
        always({ ...policy, rules }),
        calendar,
      ).obligations.filter(({ rule }) => rule === 'visit')
      return visit?.reminders.map((one) => one.on.toString())
    }
    expect([by(3), by(2), by(1)]).toEqual([['2026-03-03'], ['2026-03-02'], []])
  })
})

describe('working days, against a list made by hand', () => {
  // Easter 2026: Good Friday 3 April, Easter Monday 6 April.
  const working = [
    '2026-03-31',
    '2026-04-01',
    '2026-04-02',
    '2026-04-07',
    '2026-04-08',
    '2026-04-09',
    '2026-04-10',
    '2026-04-13',
  ]
  it.each(working.map((gives, index) => ({ gives, n: index + 1 })))(
    '$n after 30 March 2026 is $gives',
    ({ gives, n }) => {
      expect(workingDaysAfter(n, day('2026-03-30'), calendar).toString()).toBe(gives)
      expect(workingDaysBefore(n, day(gives), calendar).toString()).toBe('2026-03-30')
      expect(workingDaysBetween(day('2026-03-30'), day(gives), calendar)).toBe(n)
    },
  )

  it.each([
    { on: '2026-04-02', last: '2026-04-02', next: '2026-04-02' },
    { on: '2026-04-03', last: '2026-04-02', next: '2026-04-07' },
    { on: '2026-04-05', last: '2026-04-02', next: '2026-04-07' },
    { on: '2026-04-06', last: '2026-04-02', next: '2026-04-07' },
  ])('$on: the last working day up to it is $last, the next from it $next', ({ on, last, next }) => {
    expect(lastWorkingDayUpTo(day(on), calendar).toString()).toBe(last)
    expect(nextWorkingDayFrom(day(on), calendar).toString()).toBe(next)
  })

  it('a bank holiday on a weekend takes nothing away, so it is not named', () => {
    expect(holidaysBetween(day('2026-03-30'), day('2026-04-13'), calendar).map(({ title }) => title)).toEqual([
      'Good Friday',
      'Easter Monday',
    ])
  })
})

describe('bank holidays that are not yet published are computed by rule', () => {
  it.each([
    [1999, '1999-04-04'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('Easter Sunday %i is %s', (year, on) => {
    expect(easterSunday(year).toString()).toBe(on)
  })

  it('give the published title to the published day', () => {
    const computed = new Map([2019, 2021, 2026, 2027, 2028].flatMap((year) => computedBankHolidays(year)))
    const years = BANK_HOLIDAYS.filter(([on]) => ['2019', '2021', '2026', '2027', '2028'].includes(on.slice(0, 4)))
    expect(years.map(([on]) => [on, computed.get(on)])).toEqual(years.map(([on, title]) => [on, title]))
  })

  it('every year outside the published ones, whichever is asked for first', () => {
    const fresh = englandAndWales([['2040-12-25', 'A day of its own']]).holidays
    const spring = ['2199-05-27', '2040-05-28', '2029-05-28', '2018-05-28', '1999-05-31'].map((on) => fresh.get(on))
    expect(spring).toEqual(Array(5).fill('Spring bank holiday'))
    expect([fresh.get('2040-12-25'), fresh.has('2040-12-26'), fresh.has('2040-12-24')]).toEqual([
      'A day of its own',
      true,
      false,
    ])
  })

  it('no planner stops for want of a calendar, however far away', () => {
    for (const on of ['1950-01-02', '2029-12-20', '2150-01-02'])
      expect(workingDaysAfter(15, day(on), calendar).isAfter(day(on))).toBe(true)
  })
})
