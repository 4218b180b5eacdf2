import { digestMail, type DigestRow } from '../../activities/mail/digestMail'

const row = (change: Partial<DigestRow>): DigestRow => ({
  group: 'late',
  caseRef: 'N-1042',
  title: 'Review conference',
  dueOn: '2026-06-18',
  daysLate: 158,
  lateUnit: 'calendar-days',
  reason: 'The initial conference was held on 18 March 2026; reviews follow within 3 months.',
  link: 'https://caseclock.example/cases/N-1042',
  ...change,
})

const visit = row({ group: 'this-week', title: 'Visit', caseRef: 'N-0977', dueOn: '2026-11-25', daysLate: 0 })

const mail = (rows: readonly DigestRow[]) =>
  digestMail({
    recipientName: 'Sam Okafor',
    day: '2026-11-23',
    rows,
    preferencesLink: 'https://caseclock.example/preferences',
    emergencyLine: 'Caseclock is no emergency channel: ring 0999 000 000.',
  })

describe('the morning digest', () => {
  it('counts what is late and what is due in the subject', () => {
    const rows = [visit, row({}), row({ title: 'Core group' }), { ...visit, caseRef: 'N-1' }]
    expect(mail(rows).subject).toBe('2 late, 2 due this week — Caseclock, Monday 23 November')
  })

  it('says nothing of a group that is empty', () => {
    expect(mail([visit]).subject).toBe('1 due this week — Caseclock, Monday 23 November')
    const { text, html } = mail([visit])
    const headings = (part: string) => part.match(/Late: do these first|Due this week|Coming|Finished|Held/g)
    expect([headings(text), headings(html)]).toEqual([['Due this week'], ['Due this week']])
  })

  it('says first what to do first: the oldest late thing, whatever order the rows came in', () => {
    const [first] = mail([visit, row({ title: 'Core group', dueOn: '2026-07-01' }), row({})]).text.split('\n')
    expect(first).toBe('Do first: review conference, case N-1042, was due 18 June 2026, 5 months late.')
  })

  it('lists late, then this week, then coming, each by its date', () => {
    const coming = row({ group: 'coming', title: 'Core group', dueOn: '2026-12-02', daysLate: 0 })
    const { text } = mail([coming, { ...visit, dueOn: '2026-11-26', caseRef: 'N-2' }, visit, row({})])
    const order = ['Late: do these first', 'N-1042: Review', 'Due this week', 'N-0977', 'N-2', 'Coming', 'Core group']
    const places = order.map((words) => text.indexOf(words))
    expect(places).toStrictEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('shows HTML in a reference as text', () => {
    const { html, text } = mail([row({ caseRef: '<img src=x onerror=alert(1)>' })])
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).toContain('<img src=x onerror=alert(1)>')
  })

  it('flattens a line break in a reference, a title or a name', () => {
    const { subject, text } = mail([row({ caseRef: 'N-1\r\nBcc: a@b.example', title: 'Visit\nnow' })])
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text).toContain('Case N-1 Bcc: a@b.example: Visit now')
  })

  it('says when it should have been told, when we were late', () => {
    expect(mail([row({ writtenLate: '2026-11-20' })]).text).toContain(
      'You should have been told on 20 November 2026; we were late.',
    )
  })

  it('carries the emergency line, and ends with why you get this and where to change it', () => {
    const { text, html } = mail([row({})])
    for (const part of [text, html]) expect(part).toContain('Caseclock is no emergency channel: ring 0999 000 000.')
    expect(text.trim().split('\n').at(-1)).toMatch(/^You get this, Sam Okafor, because .*preferences$/)
  })

  it.each(['obligation', 'rung', 'notice', 'lane'])('never says %s', (word) => {
    expect(`${mail([row({}), visit]).text}${mail([row({}), visit]).html}`.toLowerCase()).not.toMatch(
      new RegExp(`\\b${word}s?\\b`),
    )
  })

  it('refuses to be written with nothing to say', () => {
    expect(() => mail([])).toThrow('nothing to say')
  })
})
