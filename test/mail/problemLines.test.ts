import { LocalDate } from '@js-joda/core'
import { digestMail } from '../../activities/mail/digestMail'
import { problemLines } from '../../activities/mail/problemLines'
import type { StandingProblem } from '../../activities/mail/standingProblems'

const problem = (change: Partial<StandingProblem>): StandingProblem => ({
  ...{ kind: 'case', about: 'N-1', title: '', since: LocalDate.parse('2026-11-20'), count: 1, problem: 'TypeError' },
  ...change,
})
const lines = (more: number, ...problems: StandingProblem[]) =>
  problemLines({ problems, more }, (ref) => `https://caseclock.example/cases/${ref}`)
const mail = (toPutRight: ReturnType<typeof lines>) =>
  digestMail({
    ...{ recipientName: 'Ada', day: '2026-11-23', rows: [], toPutRight },
    ...{ preferencesLink: 'https://caseclock.example/preferences', emergencyLine: 'Ring 0999 000 000.' },
  })

describe('what the administrator has to put right, in words', () => {
  it.each<[Partial<StandingProblem>, string]>([
    [{}, 'Case N-1 has not been worked out since 20 November 2026 (TypeError).'],
    [{ since: null }, 'Case N-1 has never been worked out (TypeError).'],
    [{ kind: 'mail', about: 'Sam' }, 'A mail of 20 November 2026 to Sam did not arrive, as far as is known: TypeError'],
    [
      { kind: 'mail', about: 'Sam', count: 3 },
      '3 mails to Sam did not arrive, as far as is known, the first of 20 November 2026: TypeError',
    ],
    [{ about: 'N-1\r\nBcc: x' }, 'Case N-1 Bcc: x has not been worked out since 20 November 2026 (TypeError).'],
  ])('%j: %s', (change, words) => {
    expect(lines(0, problem(change)).lines[0]?.words).toBe(words)
  })

  it('only what is about a case has a page', () => {
    const about = (['case', 'alert', 'mail', 'import', 'process'] as const).map((kind) => problem({ kind }))
    expect(lines(0, ...about).lines.map(({ link }) => link !== '')).toEqual([true, true, false, false, false])
  })

  it('says how many more there are', () => {
    expect(lines(7, problem({})).lines.at(-1)).toEqual({ words: 'And 7 more.', link: '' })
    expect(mail(lines(7, problem({}))).subject).toBe('8 to put right — Caseclock, Monday 23 November')
  })

  it('stands in text and in HTML, as text', () => {
    const { text, html } = mail(lines(0, problem({ about: '<b>N</b>' })))
    expect(text).toContain('To put right\n- Case <b>N</b> has not been')
    expect(html).toContain('Case &lt;b&gt;N&lt;/b&gt; has not been')
    for (const part of [text, html]) expect(part).not.toContain('you hold these cases')
  })
})
