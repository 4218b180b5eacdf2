import { sessionLines } from '../../../client/web/case/sessionLines'
import type { CaseSession } from '../../../client/queries/web/case/caseSessions'

const session = (on: string, more: Partial<CaseSession> = {}): CaseSession => ({
  ...{ id: on, team: 'North 1', on, at: '09:30', state: 'planned', discussed: null, opens: true },
  ...more,
})

describe('the sessions of a case', () => {
  it('begin with the next one, and go back in time behind those ahead', () => {
    const lines = sessionLines([
      session('2026-05-05'),
      session('2026-04-07'),
      session('2026-03-03', { state: 'held', discussed: true }),
      session('2026-02-03', { state: 'not-held' }),
    ])
    expect(lines.map(({ when }) => when)).toEqual([
      'Tuesday 7 April 2026, 09:30',
      'Tuesday 5 May 2026, 09:30',
      'Tuesday 3 March 2026, 09:30',
      'Tuesday 3 February 2026, 09:30',
    ])
  })

  it.each<[Partial<CaseSession>, string]>([
    [{}, 'North 1: has a place'],
    [{ state: 'held', discussed: true }, 'North 1: discussed'],
    [{ state: 'held', discussed: false }, 'North 1: not discussed'],
    [{ state: 'held' }, 'North 1: held; nobody has said whether it was discussed'],
    [{ state: 'not-held' }, 'North 1: the session was not held'],
    [{ state: 'cancelled' }, 'North 1: the session was called off'],
  ])('say what became of it: %j', (more, words) => {
    expect(sessionLines([session('2026-03-03', more)])[0]?.words).toBe(words)
  })

  it('lead only where the reader may go', () => {
    const [open, closed] = sessionLines([session('2026-03-03'), session('2026-04-07', { opens: false })])
    expect([open?.href, closed?.href]).toEqual([null, '/supervision/sessions/2026-03-03'])
  })
})
