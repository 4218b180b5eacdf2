import { DEFINITIONS } from '../../../../domain/supervision/figures/definitions'
import { figureTables } from '../../../../domain/supervision/figures/figureTables'
import { measuresOf } from '../../../../domain/supervision/figures/measures'
import { monthSpan } from '../../../../domain/supervision/figures/monthSpan'
import { shareOf } from '../../../../domain/supervision/figures/share'
import { day } from '../../facts'
import { asked, figuresOf, invited, known, onlyMonth, session } from './exampleRows'

const parsed = (text: string | null) => (text === null ? null : day(text))

describe('the months of the figures', () => {
  it.each<[string | null, string | null, string]>([
    [null, null, '2026-04 to 2027-03'],
    ['2027-03-01', null, '2027-03 to 2027-03'],
    [null, '2026-12-01', '2026-01 to 2026-12'],
    ['2026-11-01', '2027-06-01', '2026-11 to 2027-06'],
  ])('from %s, to %s', (from, to, expected) => {
    const span = monthSpan({ from: parsed(from), to: parsed(to) }, day('2027-03-31'))
    expect('from' in span ? `${span.from} to ${span.to}` : span.problem).toBe(expected)
  })

  it('the earlier comes first', () => {
    const span = { from: day('2027-04-01'), to: null }
    expect(monthSpan(span, day('2027-03-31'))).toEqual({
      problem: '--from 2027-04 lies after this month, 2027-03. Give the last month too: --to.',
    })
    expect(monthSpan({ ...span, to: day('2026-04-01') }, day('2027-03-31'))).toEqual({
      problem: '--from 2027-04 lies after --to 2026-04. Give the earlier month first.',
    })
  })
})

describe('the figures of a team and month', () => {
  it('are in order of team, cases without one last, then of month', () => {
    const figures = figuresOf({
      cases: [known('1', { teamId: null }), known('2', { teamId: 'B' })],
      asked: [asked('1', '2027-02'), asked('2', '2027-03'), asked('2', '2027-02'), asked('2', '2027-01')],
      sessions: [session('2027-03-02')],
    })
    expect(figures.map(({ team, month }) => [team, month])).toEqual([
      ['Team A', '2027-03'],
      ['Team B', '2027-02'],
      ['Team B', '2027-03'],
      [null, '2027-02'],
    ])
  })

  it('of the teams asked for alone, wherever the case is now', () => {
    const given = {
      cases: [known('1', { teamId: 'B' })],
      asked: [asked('1', '2027-02')],
      discussions: [{ caseId: '1', on: day('2027-02-16'), sessionId: 's', teamId: 'A', stands: true }],
    }
    expect(figuresOf(given, { teams: ['B', null] })).toEqual([])
    expect(onlyMonth(figuresOf(given, { teams: ['A'] })).coverage.discussed).toEqual({ n: 1, of: 1 })
  })

  it('a share of nothing is none at all', () => {
    expect(shareOf(0, 0)).toBeNull()
    const { attendance, coverage, minutes, summaries, absentTwice, quality } = onlyMonth(
      figuresOf({ sessions: [session('2027-03-02', { state: 'cancelled' })] }),
    )
    const shares = [...Object.values({ ...coverage, ...minutes, ...summaries, ...quality }), absentTwice]
    expect(new Set(shares)).toEqual(new Set([null]))
    expect(attendance).toEqual([])
  })

  it('of nobody, no table', () => {
    expect(figureTables([])).toEqual([])
  })

  it('a list of cases that may not be named says how many they are', () => {
    const cases = ['1', '2', '3'].map((id) => known(id, { restricted: id !== '2' }))
    const figures = figuresOf({ cases, asked: cases.map(({ id }) => asked(id, '2027-02')) })
    const list = figureTables(figures).find(({ title }) => title === 'Not discussed')
    expect(list?.rows.map(({ cells }) => cells)).toEqual([
      ['Neither', 'N-2', 'No reason recorded'],
      ['Neither', '2 restricted cases', ''],
    ])
  })

  it('each has one definition, with its source', () => {
    const { length } = DEFINITIONS
    const month = onlyMonth(figuresOf({ sessions: [session('2027-03-02')], attendance: [invited('2027-03-02', '1')] }))
    const known = measuresOf(month).map(({ measure }) =>
      DEFINITIONS.filter(
        ({ measures, words, source }) => measure.startsWith(measures) && words !== '' && source !== '',
      ),
    )
    expect(known.map((found) => found.length)).toEqual(known.map(() => 1))
    expect(new Set(known.flat()).size).toBe(length)
  })
})
