import { chronologyTable } from '../../client/cli/chronologyTable'
import type { CasePage } from '../../client/queries/casePage'

type Event = CasePage['chronology'][number]

const event = (id: string, occurred_on: string, more: Partial<Event> = {}): Event => ({
  ...{ id, occurred_on, kind: 'review-held', children: ['c1'], payload: {}, supersedes: null, voids: false },
  ...more,
})
const children = [{ id: 'c1', forename: 'Rushlight', surname: 'Fixtureby', born_on: null, expected_on: null }]
const lines = (chronology: readonly Event[]): string[] =>
  chronologyTable({ children, chronology })
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, ' | '))

describe('the chronology of a case in a terminal', () => {
  it('says of an event that was corrected when it was, and of the correction what it corrects', () => {
    expect(lines([event('b', '2026-09-24', { supersedes: 'a' }), event('a', '2026-10-01')])).toEqual([
      'On | Event | For | Stands | Id | Details',
      '2026-09-24 | review-held | Rushlight | corrects 1 October 2026 | b | {}',
      '2026-10-01 | review-held | Rushlight | corrected: 24 September 2026 | a | {}',
    ])
  })

  it('says every correction of an event that was corrected twice', () => {
    const twice = [event('c', '2026-09-20', { supersedes: 'a' }), event('b', '2026-09-24', { supersedes: 'a' })]
    expect(lines([...twice, event('a', '2026-10-01')]).at(-1)).toContain(
      'corrected: 20 September 2026; corrected: 24 September 2026',
    )
  })

  it('says of an event that it was taken back, and that one is only there to take it back', () => {
    const chronology = [event('b', '2026-10-01', { supersedes: 'a', voids: true }), event('a', '2026-10-01')]
    expect(lines(chronology).slice(1)).toEqual([
      '2026-10-01 | review-held | Rushlight | takes back 1 October 2026 | b | {}',
      '2026-10-01 | review-held | Rushlight | taken back | a | {}',
    ])
  })

  it('shows the newest forty and says how many there are besides', () => {
    const many = Array.from({ length: 42 }, (_, index) => event(`e${String(index)}`, '2026-10-01'))
    expect(lines(many)).toHaveLength(42)
    expect(lines(many).at(-1)).toBe('… and 2 older, with --json')
    expect(lines(many.slice(0, 40))).toHaveLength(41)
  })
})
