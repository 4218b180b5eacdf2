import { absentTwice } from '../../../../domain/supervision/figures/absentTwice'
import type { FigureAttendance } from '../../../../domain/supervision/figures/figureRows'
import { figuresOf, invited, session } from './exampleRows'

const DAYS = ['2027-02-02', '2027-02-16', '2027-03-02', '2027-03-16'] as const
const PRESENT = { attended: true }
const EXCUSED = { approved: true }

/** What becomes of somebody at each of the sessions: a(bsent), p(resent), e(xcused), or not invited. */
const attendance = (letters: string, personId = '1'): readonly FigureAttendance[] =>
  DAYS.flatMap((id, index) => {
    const letter = letters[index]
    return letter === '-' ? [] : [invited(id, personId, letter === 'p' ? PRESENT : letter === 'e' ? EXCUSED : {})]
  })
const repeated = (all: readonly FigureAttendance[], days: readonly string[] = DAYS): readonly string[] =>
  absentTwice(
    days.map((id) => session(id)),
    (id) => all.filter(({ sessionId }) => sessionId === id),
  ).map(({ month, name, role, days: on }) => `${month} ${name} ${role} ${on.join(' ')}`)

describe('absent without approval from two sessions of the team running', () => {
  it.each([
    ['aapp', ['2027-02 Person 1 social-worker 2027-02-02 2027-02-16']],
    ['paap', ['2027-03 Person 1 social-worker 2027-02-16 2027-03-02']],
    [
      'aaaa',
      [
        '2027-02 Person 1 social-worker 2027-02-02 2027-02-16',
        '2027-03 Person 1 social-worker 2027-02-16 2027-03-02 2027-03-16',
      ],
    ],
    ['apap', []],
    ['aeap', []],
    ['a-ap', []],
    ['eepp', []],
    ['pppa', []],
  ])('%s', (letters, expected) => {
    expect(repeated(attendance(letters))).toEqual(expected)
  })

  it('whoever was there though excused before was there', () => {
    const both = { ...PRESENT, ...EXCUSED }
    expect(repeated([invited(DAYS[0], '1', both), invited(DAYS[1], '1')])).toEqual([])
  })

  it('people are in order of name, and their role is the last', () => {
    const all = [
      ...attendance('aapp', '2'),
      invited(DAYS[0], '1', { role: 'chair' }),
      invited(DAYS[1], '1', { role: 'coordinator' }),
    ]
    expect(repeated(all).map((one) => one.split(' ').slice(0, 4).join(' '))).toEqual([
      '2027-02 Person 1 coordinator',
      '2027-02 Person 2 social-worker',
    ])
  })

  it('two sessions on one day run in order of time', () => {
    const [morning, afternoon] = [session(DAYS[0], { id: 's2' }), session(DAYS[0], { id: 's1', at: '14:00' })]
    const last = session(DAYS[1])
    const all = [invited('s2', '1'), invited('s1', '1', PRESENT), invited(DAYS[1], '1')]
    const found = absentTwice([last, afternoon, morning], (id) => all.filter(({ sessionId }) => sessionId === id))
    expect(found).toEqual([])
  })

  it('is a share of the people invited in the month; the session before may lie in another month, and in no other team', () => {
    const all = [...attendance('paap'), ...attendance('pppp', '2')]
    const sessions = [...DAYS.map((id) => session(id)), session('2027-02-20', { id: 'b', teamId: 'B' })]
    const march = figuresOf({ sessions, attendance: [...all, invited('b', '2')] }, { from: '2027-03' })
    expect(march.map(({ absentTwice: share }) => share)).toEqual([{ n: 1, of: 2 }])
  })
})
