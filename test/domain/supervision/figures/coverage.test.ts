import type { AskedMonth, FigureRows } from '../../../../domain/supervision/figures/figureRows'
import { day } from '../../facts'
import { asked, figuresOf, known, onlyMonth, place, session } from './exampleRows'

const FEBRUARY: Partial<AskedMonth> = {}
const february = (more: Partial<FigureRows>, of: Partial<AskedMonth> = FEBRUARY, today = '2027-03-10') =>
  onlyMonth(figuresOf({ asked: [asked('1', '2027-02', of)], ...more }, { to: '2027-02', today: day(today) }))
const standing = (...given: Parameters<typeof february>): string => {
  const { coverage, behind } = february(...given)
  const [kind] = Object.entries(coverage).find(([, share]) => share?.n === 1) ?? ['nothing']
  const [why] = behind.notDiscussed.map((one) => one.why ?? 'no reason recorded')
  return why === undefined ? kind : `${kind}: ${why}`
}
const on = (state: 'planned' | 'cancelled' | 'held' | 'not-held', discussed: boolean | null = null) => ({
  sessions: [
    session('2027-02-16', { state, why: state === 'planned' || state === 'held' ? null : 'the chair was ill' }),
  ],
  places: [place('2027-02-16', '1', { discussed, whyNot: discussed === false ? 'no time' : null })],
})
const told = (stands: boolean, sessionId = '2027-02-16', teamId: string | null = 'A') => ({
  discussions: [{ caseId: '1', on: day('2027-02-16'), sessionId, teamId, stands }],
})

describe('a case that is open in group supervision in a month (handbook, sections 4 and 10)', () => {
  it.each<[string, Parameters<typeof february>]>([
    ['discussed', [{ ...on('held', true), ...told(true) }]],
    ['discussed', [on('held', true)]],
    ['discussed', [told(true, 'before sessions were kept here', null)]],
    ['discussed', [told(true), { gap: 'Every session is full.' }]],
    ['discussed', [told(true), { state: 'cancelled', endedOn: day('2027-02-20') }]],
    ['gap: Every session is full.', [{}, { gap: 'Every session is full.' }]],
    ['gap: Every session is full.', [on('planned'), { gap: 'Every session is full.' }, '2027-02-10']],
    ['ahead: Planned for 16 February 2027', [on('planned'), {}, '2027-02-10']],
    ['ahead: Planned for 16 February 2027', [on('planned'), {}, '2027-02-16']],
    ['ahead: Nobody has recorded whether its session of 16 February 2027 was held', [on('planned'), {}, '2027-02-28']],
    [
      'neither: Nobody has recorded whether its session of 16 February 2027 was held',
      [on('planned'), {}, '2027-03-01'],
    ],
    ['neither: no reason recorded', [{}]],
    ['neither: no reason recorded', [{}, {}, '2027-02-10']],
    ['neither: no reason recorded', [{}, { state: 'met-late', endedOn: day('2027-03-02') }]],
    ['neither: no reason recorded', [{}, { state: 'cancelled', endedOn: day('2027-03-02') }]],
    [
      'neither: The case left group supervision on 4 February 2027',
      [{}, { state: 'cancelled', endedOn: day('2027-02-04') }],
    ],
    ['neither: It lies before the day from which Caseclock keeps the case: not known', [{}, { state: 'not-known' }]],
    ['neither: Its session of 16 February 2027 was cancelled: the chair was ill', [on('cancelled')]],
    ['neither: Its session of 16 February 2027 was not held: the chair was ill', [on('not-held')]],
    ['neither: Not discussed on 16 February 2027: no time', [on('held', false)]],
    ['neither: Nobody has recorded whether it was discussed on 16 February 2027', [on('held')]],
    [
      'neither: That it was discussed on 16 February 2027 has been taken back',
      [{ ...on('held', true), ...told(false) }],
    ],
  ])('is %s', (expected, given) => {
    expect(standing(...given)).toBe(expected)
  })

  it('the last of several sessions says why', () => {
    const places = ['2027-02-02', '2027-02-16'].map((id) =>
      place(id, '1', { discussed: false, whyNot: `left out ${id}` }),
    )
    const sessions = ['2027-02-16', '2027-02-02'].map((id) => session(id))
    expect(standing({ places, sessions })).toBe('neither: Not discussed on 16 February 2027: left out 2027-02-16')
  })

  it('counts for the team that held its first session of the month, else for the one it is with now', () => {
    const cases = [known('1', { teamId: 'B' })]
    const both = [...told(true).discussions, { ...told(true, 's', 'B').discussions[0]!, on: day('2027-02-20') }]
    expect(february({ cases, discussions: both })).toMatchObject({ teamId: 'A', team: 'Team A' })
    expect(february({ cases, discussions: both.slice(1) }).teamId).toBe('B')
    expect(february({ cases }).teamId).toBe('B')
    expect(february({ cases: [known('1', { teamId: null })] })).toMatchObject({ teamId: null, team: null })
  })

  it('is not counted in a month that does not ask for it', () => {
    expect(figuresOf({ ...told(true) })).toEqual([])
  })

  it('restricted ones are counted like any other, and marked', () => {
    const { coverage, behind } = february({ cases: [known('1', { restricted: true })] })
    expect(coverage.neither).toEqual({ n: 1, of: 1 })
    expect(behind.notDiscussed).toMatchObject([{ ref: 'N-1', restricted: true }])
  })
})
