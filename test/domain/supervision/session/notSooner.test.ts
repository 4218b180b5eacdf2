import { day } from '../../facts'
import { declined, dueOf, invitee, matter, placed, sessionOn } from './exampleSession'

// Tuesday 9 March 2027: 5 working days before is Tuesday 2 March, 3 before Thursday 4 March, 1 before Monday 8 March.
const ON = '2027-03-09'
const summaryOf = (placedOn: string) => sessionOn(ON, { cases: [placed({ placedOn: day(placedOn) })] })

describe('nobody is late with what they could not know: the summary of a case', () => {
  it.each([
    { placedOn: '2027-03-01', dueOn: '2027-03-02', because: 'placed before the due date: it stands' },
    { placedOn: '2027-03-02', dueOn: '2027-03-03', because: 'placed on the due date: the next working day' },
    { placedOn: '2027-03-04', dueOn: '2027-03-05', because: 'placed 3 working days before: the next working day' },
    { placedOn: '2027-03-06', dueOn: '2027-03-08', because: 'placed on a Saturday: the Monday' },
    { placedOn: '2027-03-08', dueOn: '2027-03-09', because: 'placed the day before: on the day of the session' },
    { placedOn: '2027-03-09', dueOn: '2027-03-09', because: 'placed on the day: never after the session' },
    { placedOn: '2027-03-10', dueOn: '2027-03-10', because: 'recorded as placed after it: not before that day' },
  ])('$placedOn gives $dueOn: $because', ({ placedOn, dueOn }) => {
    expect(dueOf('summary', summaryOf(placedOn))).toBe(dueOn)
  })

  it('says so', () => {
    expect(matter('summary', summaryOf('2027-03-04')).why).toEqual([
      'Session on 9 March 2027; 5 working days before it is 2 March 2027',
      'The case was placed on 4 March 2027; plus 1 working day is 5 March 2027, and not sooner',
    ])
    expect(matter('summary', summaryOf('2027-03-09')).why.slice(1)).toEqual([
      'The case was placed on 9 March 2027; plus 1 working day is 10 March 2027, and not sooner',
      'Not later than the day of the session: 9 March 2027',
    ])
    expect(matter('summary', summaryOf('2027-03-10')).why.at(-1)).toBe(
      'The case was placed on 10 March 2027, and it is not due before that day',
    )
  })

  it('reminders from before it was placed become one on that day, unless one falls on it', () => {
    const reminders = (placedOn: string) =>
      matter('summary', summaryOf(placedOn)).reminders.map(({ step, on }) =>
        step === 'asked' ? `asked ${on.toString()}` : step,
      )
    expect(reminders('2027-02-25')).toEqual(['due-8wd', 'due-6wd'])
    expect(reminders('2027-02-24')).toEqual(['due-8wd', 'due-6wd'])
    expect(reminders('2027-02-26')).toEqual(['asked 2027-02-26', 'due-6wd'])
    expect(reminders('2027-03-01')).toEqual(['due-6wd'])
    expect(reminders('2027-03-02')).toEqual(['asked 2027-03-02'])
  })
})

describe('nobody is late with what they could not know: the other steps', () => {
  it('an invitee is asked for a reply from the day after the invitation', () => {
    const late = sessionOn(ON, { invitees: [invitee({ invitedOn: day('2027-03-04') })] })
    expect(dueOf('reply', late)).toBe('2027-03-05')
    expect(matter('attend', late).reminders).toEqual([])
    expect(matter('reply', late).reminders).toEqual([])
  })

  it('a session diarised the working day before has its papers due on the day', () => {
    const late = sessionOn(ON, { plannedOn: day('2027-03-08') })
    expect(dueOf('papers', late)).toBe('2027-03-09')
    expect(matter('papers', late).reminders).toEqual([])
    expect(dueOf('papers', sessionOn(ON, { plannedOn: day('2027-03-04') }))).toBe('2027-03-05')
  })

  it('summaries are reviewed at the soonest the working day after the first of them was written', () => {
    const written = (...days: string[]) =>
      sessionOn(ON, { cases: days.map((on) => placed({ caseId: on, summaryWrittenOn: day(on) })) })
    expect(dueOf('summary-review', written('2027-03-01', '2027-03-05'))).toBe('2027-03-04')
    const late = matter('summary-review', written('2027-03-05', '2027-03-08'))
    expect(late.dueOn.toString()).toBe('2027-03-08')
    expect(late.why.at(-1)).toBe(
      'The first summary to review was written on 5 March 2027; plus 1 working day is 8 March 2027, and not sooner',
    )
  })

  it('a late summary is still asked for: the reminder of its review is kept', () => {
    const late = sessionOn(ON, { cases: [placed({ summaryWrittenOn: day('2027-03-05') })] })
    expect(matter('summary-review', late).reminders.map(({ on }) => on.toString())).toEqual(['2027-03-03'])
  })
})

describe('an exception is decided 2 working days after the decline, at the latest the working day before the session', () => {
  it.each([
    { on: '2027-02-26', dueOn: '2027-03-02', because: '2 working days after a Friday' },
    { on: '2027-03-04', dueOn: '2027-03-08', because: '2 working days later is just the day before' },
    { on: '2027-03-05', dueOn: '2027-03-08', because: 'the session itself would be too late' },
    { on: '2027-03-08', dueOn: '2027-03-08', because: 'declined on the last day: on that day' },
    { on: '2027-03-09', dueOn: '2027-03-09', because: 'declined on the day of the session: not before it was known' },
  ])('declined on $on: $dueOn, $because', ({ on, dueOn }) => {
    expect(dueOf('exception', sessionOn(ON, { invitees: [declined(on)] }))).toBe(dueOn)
  })

  it('says which limit it met', () => {
    expect(matter('exception', sessionOn(ON, { invitees: [declined('2027-03-05')] })).why).toEqual([
      'Declined on 5 March 2027; plus 2 working days is 9 March 2027',
      'Not later than 1 working day before the session: 8 March 2027',
    ])
  })
})
