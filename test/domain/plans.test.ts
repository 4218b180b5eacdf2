import { day, event, facts, obligationsOf, planOn, problemsOf, summary } from './facts'

const review = (on: string, outcome: 'continue' | 'end') => event('review-held', on, { outcome })
const names = (rule: string, given: ReturnType<typeof facts>) =>
  obligationsOf(rule, given).map(({ trigger, dueOn }) => `${trigger} due ${dueOn.toString()}`)

const start = event('plan-started', '2026-03-02', { plan: 'cpp' }, { id: 'start' })
const held = (on: string) => event('icpc-held', on, { outcome: 'plan' }, { id: 'conference' })

describe('a plan without a recorded conference runs from its start; a conference recorded later moves the date and keeps the obligation', () => {
  it.each([
    { recorded: [start], name: 'start due 2026-06-02', because: 'no conference is known' },
    { recorded: [start, held('2026-03-02')], name: 'start due 2026-06-02', because: 'recorded later, of the same day' },
    { recorded: [start, held('2026-03-09')], name: 'start due 2026-06-09', because: 'recorded later, of a later day' },
    { recorded: [start, held('2026-02-25')], name: 'start due 2026-05-25', because: 'recorded later, of a day before' },
    { recorded: [held('2026-03-02'), start], name: 'conference due 2026-06-02', because: 'the conference came first' },
    { recorded: [held('2026-03-02')], name: 'conference due 2026-06-02', because: 'the start was never recorded' },
  ])('review-first is $name: $because', ({ recorded, name }) => {
    // 25 May 2026 is the spring bank holiday: due on the Friday before.
    expect(names('review-first', facts(recorded))).toEqual([name.replace('2026-05-25', '2026-05-22')])
    expect(names('core-group-first', facts(recorded)).map((text) => text.split(' ')[0])).toEqual([name.split(' ')[0]])
  })

  it('a conference corrected to a day after the start keeps its own name', () => {
    const corrected = event('icpc-held', '2026-03-04', { outcome: 'plan' }, { id: 'again', supersedes: 'conference' })
    expect(names('review-first', facts([held('2026-03-02'), start, corrected]))).toEqual(['conference due 2026-06-04'])
  })

  it('a conference held while an earlier plan ran is not that of the next plan', () => {
    const given = facts([
      ...planOn('2026-01-05'),
      event('icpc-held', '2026-02-02', { outcome: 'plan' }),
      event('plan-ended', '2026-06-01', { plan: 'cpp', reason: 'moved' }),
      event('plan-started', '2026-06-10', { plan: 'cpp' }),
    ])
    expect(names('review-first', given).at(-1)).toBe('plan-started 2026-06-10 due 2026-09-10')
  })

  it("a conference beside the start of another authority's plan makes none of our own", () => {
    const other = event('plan-started', '2026-03-02', { plan: 'cpp', authority: 'other' })
    const conference = event('transfer-in-conference-held', '2026-03-02', { outcome: 'plan' })
    expect(names('review-first', facts([conference, other]))).toEqual([])
  })
})

describe('a conference that makes a plan after the last one has ended makes a new one, even where its start was not recorded', () => {
  it.each(['2026-06-01', '2026-06-10'])('on %s, the last one having ended on 1 June', (on) => {
    const ended = event('plan-ended', '2026-06-01', { plan: 'cpp', reason: 'moved' })
    const again = event('icpc-held', on, { outcome: 'plan' }, { id: 'again' })
    expect(
      names('review-first', facts([...planOn('2026-01-05'), ended, again])).map((text) => text.split(' due')[0]),
    ).toEqual(['icpc-held 2026-01-05', 'again'])
  })
})

describe('a plan ends by a quorate review that ends it; a plan-ended beside it is the same end', () => {
  const ended = event('plan-ended', '2026-05-20', { plan: 'cpp', reason: 'review' })
  it('names one end for both', () => {
    const given = facts([...planOn('2026-03-02'), review('2026-05-20', 'end'), ended])
    expect(obligationsOf('cpp-follow-up-3m', given).map(({ part }) => part)).toEqual(['plan-start', 'plan-end'])
    expect(obligationsOf('visit', given).map(({ end }) => end)).toEqual([
      { outcome: 'cancelled', by: 'review-held 2026-05-20', on: day('2026-05-20') },
    ])
  })

  it('and the follow-up of its end is met by answers that name either of them', () => {
    const answer = (of: string) =>
      event('follow-up-answered', '2026-08-10', { anchor: 'plan-end', of, months: 3 }, { id: 'answer' })
    for (const name of ['review-held 2026-05-20', 'plan-ended 2026-05-20', 'plan-started 2026-03-02']) {
      const given = facts([...planOn('2026-03-02'), review('2026-05-20', 'end'), ended, answer(name)])
      expect(summary('cpp-follow-up-3m', given)).toContain('2026-08-20 met 2026-08-10')
    }
  })

  it('an answer about the start is none about the end', () => {
    const answer = event('follow-up-answered', '2026-06-01', {
      anchor: 'plan-start',
      of: 'plan-started 2026-03-02',
      months: 3,
    })
    const given = facts([...planOn('2026-03-02'), review('2026-05-20', 'end'), answer])
    expect(summary('cpp-follow-up-3m', given)).toEqual(['2026-06-02 met 2026-06-01', '2026-08-20 cancelled 2040-01-05'])
  })

  it('what was done on the day the plan ended was done', () => {
    const visit = event('visit-made', '2026-03-10', { seen: true })
    const gone = event('plan-ended', '2026-03-10', { plan: 'cpp', reason: 'moved' })
    expect(summary('visit', facts([...planOn('2026-03-02'), visit, gone]))[0]).toBe('2026-03-16 met 2026-03-10')
  })

  it('what ended the plan before ends no plan that starts on the same day', () => {
    const second = event('plan-started', '2026-06-01', { plan: 'cpp' }, { id: 'second' })
    const given = facts([...planOn('2026-01-05'), review('2026-06-01', 'end'), second])
    const [, next] = obligationsOf('review-first', given)
    expect([next?.trigger, next?.dueOn.toString(), next?.end]).toEqual([
      'second',
      '2026-09-01',
      { outcome: 'cancelled', by: 'birthday', on: day('2040-01-05') },
    ])
  })

  it('a review recorded twice on one day is one', () => {
    const given = [...planOn('2026-01-05'), review('2026-04-01', 'continue')]
    const twice = [...given, event('review-held', '2026-04-01', { outcome: 'continue' }, { id: 'from the import' })]
    expect(names('review-next', facts(twice))).toEqual(names('review-next', facts(given)))
  })
})

describe('facts that contradict each other are problems, never a crash and never a clock', () => {
  it.each([
    {
      events: [...planOn('2026-03-02'), event('plan-started', '2026-04-01', { plan: 'cpp' })],
      problem: 'two child protection plans run at once; the first one stands',
      clocks: 1,
    },
    {
      events: [event('child-left', '2026-02-01', { reason: 'died' }), start],
      problem: 'a child protection plan starts after the child has died; it starts no clock',
      clocks: 0,
    },
    {
      events: [event('plan-started', '2040-02-01', { plan: 'cpp' })],
      problem: 'a child protection plan starts after the eighteenth birthday; it starts no clock',
      clocks: 0,
    },
    {
      events: [...planOn('2026-03-02'), event('case-closed', '2026-04-01', { reason: 'RC7' })],
      problem: 'the case was closed while a child protection plan ran; its timers stopped',
      clocks: 1,
    },
  ])('$problem', ({ events, problem, clocks }) => {
    expect(problemsOf(facts(events)).map((one) => one.problem)).toEqual([problem])
    expect(obligationsOf('review-first', facts(events))).toHaveLength(clocks)
  })

  it('what is wrong with siblings together is said once', () => {
    const children = ['c1', 'c2'].map((id) => ({ id, bornOn: day('2020-01-01'), expectedOn: null }))
    const twice = [...planOn('2026-03-02'), event('plan-started', '2026-04-01', { plan: 'cpp' })]
    expect(problemsOf(facts(twice, { children }))).toHaveLength(1)
  })
})

describe('the date a meeting is booked for stands beside the date it is due', () => {
  const booked = (on: string, to: string, id = `${on} for ${to}`) => event('review-booked', on, { for: to }, { id })
  const held1 = review('2026-05-20', 'continue')
  it.each([
    { bookings: [], gives: undefined, because: 'nothing is booked' },
    { bookings: [booked('2026-06-01', '2026-11-10')], gives: '2026-11-10', because: 'booked since the last review' },
    { bookings: [booked('2026-03-03', '2026-11-12')], gives: '2026-11-12', because: 'booked before it, a year ahead' },
    {
      bookings: [booked('2026-06-01', '2026-11-10'), booked('2026-07-01', '2026-11-18')],
      gives: '2026-11-10',
      because: 'the second may be the next of a series: the soonest counts',
    },
    {
      bookings: [
        booked('2026-06-01', '2026-11-10', 'b'),
        event('meeting-cancelled', '2026-07-01', { booking: 'b' }),
        booked('2026-07-01', '2026-11-18'),
      ],
      gives: '2026-11-18',
      because: 'moved: the first was cancelled',
    },
    {
      bookings: [booked('2026-06-01', '2026-11-18'), booked('2026-07-01', '2026-11-10')],
      gives: '2026-11-10',
      because: 'moved to an earlier day',
    },
    { bookings: [booked('2026-05-20', '2026-05-20')], gives: undefined, because: 'that was the review just held' },
    {
      bookings: [booked('2026-06-01', '2026-11-10', 'b'), event('meeting-cancelled', '2026-06-08', { booking: 'b' })],
      gives: undefined,
      because: 'cancelled',
    },
  ])('$gives: $because', ({ bookings, gives }) => {
    const [next] = obligationsOf('review-next', facts([...planOn('2026-03-02'), held1, ...bookings]))
    expect(next?.bookedFor?.toString()).toBe(gives)
    expect(next?.dueOn.toString()).toBe('2026-11-20')
    expect(next?.reminders.some(({ step }) => step === 'book-6w')).toBe(gives === undefined)
  })
})

describe('a day booked stands beside the review it is of, and only that one', () => {
  const booked = (on: string, to: string) => event('review-booked', on, { for: to }, { id: `${on} for ${to}` })
  const bookings = (given: ReturnType<typeof facts>) =>
    ['review-first', 'review-next'].flatMap((rule) =>
      obligationsOf(rule, given).map(({ bookedFor }) => `${rule} ${bookedFor?.toString() ?? 'nothing'}`),
    )
  it.each([
    {
      events: [
        booked('2026-04-01', '2026-05-20'),
        review('2026-05-20', 'continue'),
        booked('2026-06-01', '2026-11-10'),
      ],
      gives: ['review-first 2026-05-20', 'review-next 2026-11-10'],
    },
    {
      events: [review('2026-05-20', 'continue'), booked('2026-05-20', '2026-11-10')],
      gives: ['review-first nothing', 'review-next 2026-11-10'],
    },
  ])('$gives', ({ events, gives }) => {
    expect(bookings(facts([...planOn('2026-03-02'), ...events]))).toEqual(gives)
  })

  it.each([
    {
      to: '2026-04-20',
      reminded: true,
      because: 'that day has passed when the reminder is due, and no review was held',
    },
    { to: '2026-04-21', reminded: false, because: 'it is booked for that day' },
    { to: '2026-05-20', reminded: false, because: 'it is booked for a day ahead' },
  ])('reminded of a booking is $reminded: $because', ({ to, reminded }) => {
    const [first] = obligationsOf('review-first', facts([...planOn('2026-03-02'), booked('2026-03-10', to)]))
    expect(first?.reminders.some(({ step }) => step === 'book-6w')).toBe(reminded)
  })

  it('the day booked for a review held early is no booking of the next one', () => {
    const early = [booked('2026-03-10', '2026-05-27'), review('2026-05-20', 'continue')]
    const [next] = obligationsOf('review-next', facts([...planOn('2026-03-02'), ...early]))
    expect(next?.reminders.map(({ step }) => step)).toContain('book-6w')
  })
})
