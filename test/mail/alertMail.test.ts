import { alertMail, type Alert } from '../../activities/mail/alertMail'

const alert = (change: Partial<Alert> = {}) =>
  alertMail({
    recipientName: 'Priya Shah',
    day: '2026-11-23',
    caseRef: 'N-1042',
    title: 'Review conference',
    kind: 'obligation',
    dueOn: '2026-06-18',
    daysLate: 158,
    lateUnit: 'calendar-days',
    reason: 'The initial conference was held on 18 March 2026; reviews follow within 3 months.',
    link: 'https://caseclock.example/cases/N-1042',
    answerLink: 'https://caseclock.example/escalations/7',
    evidence: [],
    tried: [],
    told: [{ name: 'Jo Field', title: 'Team Manager', on: '2026-06-18' }],
    preferencesLink: 'https://caseclock.example/preferences',
    emergencyLine: 'Caseclock is no emergency channel: ring 0999 000 000.',
    ...change,
  })

describe('an alert', () => {
  it('names the case, the matter and how late it is', () => {
    expect(alert().subject).toBe('Held up: case N-1042, review conference 5 months late')
  })

  it('leaves abbreviations as they are', () => {
    expect(alert({ title: 'CIN review' }).subject).toBe('Held up: case N-1042, CIN review 5 months late')
  })

  it('says since when, why, and who has been told', () => {
    const { text } = alert()
    expect(text).toContain('Was due: Thursday 18 June 2026')
    expect(text).toContain('Why: The initial conference was held on 18 March 2026')
    expect(text).toContain('- Jo Field (team manager), 18 June 2026')
  })

  it('says so when nobody was told before', () => {
    expect(alert({ told: [] }).text).toContain('You are the first to be told.')
  })

  it('does not call late what is due today or ahead', () => {
    expect(alert({ dueOn: '2026-11-23', daysLate: 0 }).subject).toBe(
      'Held up: case N-1042, review conference due today, not recorded as done',
    )
    const ahead = alert({ dueOn: '2026-11-30', daysLate: 0 })
    expect(ahead.subject).toBe('Needs an answer: case N-1042, review conference due 30 November 2026')
    expect(ahead.text).toContain('Due by: Monday 30 November 2026')
  })

  it('does not call stalled what happened today and has a day left to be answered', () => {
    const title = 'Safety plan breached with no next step'
    const today = alert({ kind: 'stall', title, dueOn: '2026-11-24', daysLate: 0 })
    expect(today.subject).toBe(
      'Needs an answer: case N-1042, safety plan breached with no next step, to be answered by 24 November 2026',
    )
    expect(today.text).toContain('To be answered by: Tuesday 24 November 2026')
    const found = alert({ kind: 'stall', title, dueOn: '2026-11-23', daysLate: 0 })
    expect(found.subject).toBe(
      'Stalled: case N-1042, safety plan breached with no next step, found on 23 November 2026',
    )
  })

  it('links the places to say that you have it and to promise, the case, and what you get', () => {
    const links = [...alert().html.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)
    const answer = 'https://caseclock.example/escalations/7'
    const [thecase, preferences] = ['https://caseclock.example/cases/N-1042', 'https://caseclock.example/preferences']
    expect(links).toEqual([`${answer}#acknowledge`, `${answer}#promise`, thecase, preferences])
    for (const link of links) expect(alert().text).toContain(link)
  })

  it('says what goes with it and what has been tried, and leaves out headings with nothing under them', () => {
    const evidence = ['No progress recorded, found on 1 June 2026: nothing since 4 May 2026']
    const tried = ['Jo Field has seen it, 19 June 2026']
    const { text, html } = alert({ evidence, tried })
    for (const line of [...evidence, ...tried]) {
      expect(text).toContain(`- ${line}`)
      expect(html).toContain(`<li>${line}</li>`)
    }
    expect(alert().text).not.toMatch(/goes with it|been tried/)
    expect(alert().html).not.toMatch(/goes with it|been tried/)
  })

  it('shows HTML as text and flattens line breaks', () => {
    const { subject, html } = alert({
      caseRef: '<b>N</b>\nX',
      told: [{ name: '<i>Jo</i>', title: 'T', on: '2026-06-18' }],
    })
    expect(subject).toContain('<b>N</b> X')
    expect(html).not.toMatch(/<b>|<i>/)
  })

  it('carries the emergency line', () => {
    expect(alert().html).toContain('no emergency channel')
  })

  it('says of a stall what was found and when, never that it is late', () => {
    const { subject, text } = alert({
      kind: 'stall',
      title: 'No progress recorded',
      dueOn: '2026-11-20',
      daysLate: 1,
      reason: 'Child protection plan started on 23 October 2026; no progress recorded for 20 working days',
    })
    expect(subject).toBe('Stalled: case N-1042, no progress recorded, found on 20 November 2026')
    expect(text).toContain('Look at the facts named below, and say what will be done and by when.')
    expect(text).toContain('Found on: Friday 20 November 2026\nWhy: Child protection plan started on 23 October 2026')
    expect(text).not.toMatch(/late|was due/i)
  })
})
