import { responsiblePeople } from '../../domain/chronology/responsiblePeople'
import { day, event, facts, obligationsOf, planOn, summary } from './facts'

const referral = (on: string) => [
  event('referral-received', on, { source: '2A' }),
  event('referral-decided', on, { outcome: 'accepted' }),
  event('worker-allocated', on, { person: 'w1' }),
]

describe('assessment: 45 working days from the referral received, once accepted', () => {
  it('is met by the assessment authorised on the last day, and late on the day after', () => {
    const given = (on: string) => facts([...referral('2026-09-01'), event('assessment-authorised', on, {})])
    const [open] = obligationsOf('assessment', facts(referral('2026-09-01')))
    expect(open?.limitOn.toString()).toBe('2026-11-03')
    expect(summary('assessment', given('2026-11-03'))).toEqual(['2026-11-03 met 2026-11-03'])
    expect(obligationsOf('assessment', given('2026-11-04'))[0]?.end).toMatchObject({ outcome: 'met' })
  })

  it('is not asked for before the referral is accepted, nor when it was not, nor with a transfer-in', () => {
    const received = event('referral-received', '2026-09-01', { source: '2A' })
    expect(summary('assessment', facts([received]))).toEqual([])
    expect(
      summary('assessment', facts([received, event('referral-decided', '2026-09-02', { outcome: 'no-action' })])),
    ).toEqual([])
    expect(
      summary('assessment', facts([...referral('2026-09-01'), event('transfer-in-notified', '2026-09-01', {})])),
    ).toEqual([])
  })

  it('counts each child: a second referral while one is open is a problem, and the first keeps its clock', () => {
    expect(summary('assessment', facts([...referral('2026-09-01'), ...referral('2026-09-15')]))).toHaveLength(1)
  })
})

describe('strategy-to-icpc: 15 working days from the strategy discussion that opens the enquiry', () => {
  const opened = event('strategy-discussion', '2026-02-27', { opensSection47: true })
  it.each([
    { with: event('icpc-held', '2026-03-18', { outcome: 'plan' }), gives: 'met' },
    { with: event('icpc-not-required', '2026-03-10', { reason: 'not substantiated' }), gives: 'met' },
    { with: event('section-47-ended', '2026-03-10', { outcome: 'no-conference' }), gives: 'met' },
    { with: event('section-47-ended', '2026-03-10', { outcome: 'conference' }), gives: 'cancelled' },
  ])('$with.kind $with.data gives $gives', ({ with: other, gives }) => {
    const [found] = obligationsOf('strategy-to-icpc', facts([opened, other]))
    expect(found?.dueOn.toString()).toBe('2026-03-20')
    expect(found?.end.outcome).toBe(gives)
  })

  it('a discussion that opens no enquiry starts no clock', () => {
    expect(
      summary('strategy-to-icpc', facts([event('strategy-discussion', '2026-02-27', { opensSection47: false })])),
    ).toEqual([])
  })

  it('says that nothing is booked, and no longer once something is', () => {
    const steps = (given: ReturnType<typeof facts>) =>
      obligationsOf('strategy-to-icpc', given)[0]?.reminders.map(({ step }) => step)
    expect(steps(facts([opened]))).toEqual(['book-10wd', 'due-3wd', 'due-1wd'])
    expect(steps(facts([opened, event('icpc-booked', '2026-03-02', { for: '2026-03-18' })]))).toEqual([
      'due-3wd',
      'due-1wd',
    ])
  })
})

describe('core groups: 10 working days from the conference, then every 6 weeks while the plan runs', () => {
  it('runs from the last core group', () => {
    const given = facts([...planOn('2026-03-18'), event('core-group-held', '2026-03-31', { quorate: true })])
    expect(summary('core-group-first', given)).toEqual(['2026-04-01 met 2026-03-31'])
    expect(obligationsOf('core-group', given)[0]?.dueOn.toString()).toBe('2026-05-12')
  })
})

describe('visit: 10 working days from the plan start, then from the last visit with the child seen', () => {
  it('a visit without the child seen does not meet it', () => {
    const given = facts([...planOn('2026-03-02'), event('visit-made', '2026-03-10', { seen: false })])
    expect(obligationsOf('visit', given)).toHaveLength(1)
    expect(obligationsOf('visit', given)[0]?.end.outcome).toBe('cancelled')
  })

  it('before birth any visit to the parents counts', () => {
    const unborn = { children: [{ id: 'c1', bornOn: null, expectedOn: day('2026-08-01') }] }
    const given = facts([...planOn('2026-03-02'), event('visit-made', '2026-03-10', { seen: false })], unborn)
    expect(summary('visit', given)[0]).toBe('2026-03-16 met 2026-03-10')
  })

  it('tells the worker first, and the team manager a working day later', () => {
    expect(obligationsOf('visit', facts(planOn('2026-03-02')))[0]?.late).toMatchObject([
      { step: 'late', on: day('2026-03-17'), to: ['social-worker'] },
      { step: 'late-2', on: day('2026-03-18'), to: ['team-manager'] },
      { step: 'late-3', on: day('2026-03-30'), to: ['team-manager'] },
    ])
  })

  it('not seen for 28 days is told at once, also on a Sunday', () => {
    const seen = [...planOn('2026-03-02'), event('visit-made', '2026-03-15', { seen: true })]
    expect(obligationsOf('visit', facts(seen))[1]?.late[2]).toEqual({
      step: 'late-3',
      on: day('2026-04-12'),
      at: 'at-once',
      to: ['team-manager'],
    })
  })
})

describe('three- and six-month follow-ups run from the plan start, and again from its end', () => {
  const ended = [...planOn('2026-01-30'), event('plan-ended', '2026-05-04', { plan: 'cpp', reason: 'review' })]
  it('are clamped to the end of a month and stay where they fall', () => {
    expect(summary('cpp-follow-up-3m', facts(planOn('2025-11-30')))).toEqual(['2026-02-28 cancelled 2040-01-05'])
    expect(
      obligationsOf('cpp-follow-up-3m', facts(ended)).map(({ dueOn, part }) => `${part} ${dueOn.toString()}`),
    ).toEqual(['plan-start 2026-04-30', 'plan-end 2026-08-04'])
  })

  it('are met by answers about their own anchor and months only', () => {
    const answer = event('follow-up-answered', '2026-04-20', {
      anchor: 'plan-start',
      of: 'plan-started 2026-01-30',
      months: 3,
    })
    expect(summary('cpp-follow-up-3m', facts([...ended, answer]))[0]).toBe('2026-04-30 met 2026-04-20')
    expect(summary('cpp-follow-up-6m', facts([...ended, answer]))).toEqual([
      '2026-07-30 cancelled 2040-01-05',
      '2026-11-04 cancelled 2040-01-05',
    ])
  })

  it('outlive the closing of the case; after a child has died nothing is asked', () => {
    const closed = event('case-closed', '2026-05-10', { reason: 'RC7' })
    expect(obligationsOf('cpp-follow-up-6m', facts([...ended, closed]))[0]?.end).toMatchObject({ by: 'birthday' })
    const died = event('child-left', '2026-05-10', { reason: 'died' })
    expect(obligationsOf('cpp-follow-up-6m', facts([...ended, died]))[0]?.end).toMatchObject({
      outcome: 'cancelled',
      on: day('2026-05-10'),
    })
  })

  it('once the case has closed remind the manager of the team, and the worker who is named again after a reopening', () => {
    const told = (...more: ReturnType<typeof referral>) =>
      obligationsOf(
        'cpp-follow-up-6m',
        facts([...referral('2026-01-02'), ...planOn('2026-01-30'), ...more]),
      )[0]?.reminders.map(({ step, on, to }) => `${on.toString()} ${step} ${to.join(' ')}`)
    const closed = event('case-closed', '2026-07-17', { reason: 'RC7' })
    expect(told()).toEqual(['2026-07-16 due-10wd social-worker', '2026-07-28 due-2wd social-worker'])
    expect(told(closed)).toEqual(['2026-07-16 due-10wd social-worker', '2026-07-28 due-2wd team-manager'])
    expect(told(closed, event('case-reopened', '2026-07-20', {}))).toEqual(told())
    expect(told(closed, ...referral('2026-07-20'))).toEqual(told())
  })

  it('nobody holds a case that has closed, though the end of the worker was never recorded', () => {
    const closed = event('case-closed', '2026-05-10', { reason: 'RC7' })
    const holds = (...more: ReturnType<typeof referral>) =>
      responsiblePeople(facts([...referral('2026-01-02'), ...more]), day('2026-06-01'))('c1').allocatedWorker
    expect(holds()).toBe('w1')
    expect(holds(closed)).toBeNull()
    expect(holds(closed, event('case-reopened', '2026-05-20', {}))).toBe('w1')
    expect(holds(closed, ...referral('2026-05-20'))).toBe('w1')
  })

  it('what fell due before going live and no source carries is not known, and told to nobody', () => {
    const given = { ...facts(planOn('2026-01-30')), liveSince: day('2026-05-15') }
    expect(obligationsOf('cpp-follow-up-3m', given)[0]?.notKnownFromImport).toBe(true)
    expect(obligationsOf('cpp-follow-up-6m', given)[0]?.notKnownFromImport).toBe(false)
    expect(obligationsOf('review-first', given)[0]?.notKnownFromImport).toBe(false)
  })
})

describe('allocation: nobody allocated at the end of a day while a child has an open referral', () => {
  const accepted = referral('2026-09-01').slice(0, 2)
  it.each([
    { events: accepted, gives: ['2026-09-03 cancelled 2040-01-05'], because: 'accepted, and nobody holds the case' },
    {
      events: [...accepted, event('worker-allocated', '2026-09-02', { person: 'w1' })],
      gives: ['2026-09-03 met 2026-09-02'],
      because: 'allocated the day after',
    },
    { events: referral('2026-09-01'), gives: [], because: 'allocated on the same day' },
    {
      events: [...referral('2026-09-01'), event('worker-ended', '2026-10-01', { person: 'w1' })],
      gives: ['2026-10-05 cancelled 2040-01-05'],
      because: 'the last worker ended',
    },
    {
      events: [
        ...referral('2026-09-01'),
        event('worker-ended', '2026-10-01', { person: 'w1' }),
        event('worker-allocated', '2026-10-01', { person: 'w2' }),
      ],
      gives: [],
      because: 'handed over within a day',
    },
    {
      events: [
        ...referral('2026-09-01'),
        event('worker-ended', '2026-10-01', { person: 'w1' }),
        event('case-closed', '2026-10-01', { reason: 'RC7' }),
      ],
      gives: [],
      because: 'the case closed that day',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('allocation', facts(events))).toEqual(gives)
  })
})
