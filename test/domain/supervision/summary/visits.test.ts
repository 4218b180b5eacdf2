import { event, facts, twoChildren } from '../../facts'
import { draftOf, sentences } from './draftOf'

const LAST = '2026-03-10'
const TODAY = '2026-04-07'
const discussed = event('discussed-in-supervision', LAST, { session: 's1' })
const visit = (on: string, seen: boolean, seenAlone?: boolean, more: Parameters<typeof event>[3] = {}) =>
  event('visit-made', on, { seen, ...(seenAlone === undefined ? {} : { seenAlone }) }, more)

const happened = (...events: Parameters<typeof facts>[0]) =>
  draftOf(facts([discussed, ...events], twoChildren), TODAY, LAST).happened

describe('visits since the last discussion', () => {
  it('are counted in one line', () => {
    const made = [visit('2026-03-12', true, true), visit('2026-03-19', true, true), visit('2026-03-26', true, false)]
    expect(sentences(happened(...made, visit('2026-04-02', false)))).toEqual([
      '4 visits made; child seen at 3, seen alone at 2. The last was on 2 April 2026.',
    ])
  })

  it.each([
    { made: visit('2026-03-12', true, true), says: '1 visit made on 12 March 2026; child seen, seen alone.' },
    { made: visit('2026-03-12', true, false), says: '1 visit made on 12 March 2026; child seen, not alone.' },
    {
      made: visit('2026-03-12', true),
      says: '1 visit made on 12 March 2026; child seen, alone or not is not recorded.',
    },
    { made: visit('2026-03-12', false), says: '1 visit made on 12 March 2026; child not seen.' },
  ])('a single visit: $says', ({ made, says }) => {
    expect(sentences(happened(made))).toEqual([says])
  })

  it('are never counted as no where nothing was recorded', () => {
    expect(sentences(happened(visit('2026-03-12', true, true), visit('2026-03-19', true)))).toEqual([
      '2 visits made; child seen at 2, seen alone at 1, not recorded at 1. The last was on 19 March 2026.',
    ])
  })

  it('before birth are to the parents: nobody can be seen', () => {
    const unborn = { children: [{ id: 'c1', bornOn: null, expectedOn: discussed.on.plusDays(90) }] }
    const given = facts([visit('2026-03-12', false), visit('2026-03-19', false)], unborn)
    expect(sentences(draftOf(given, TODAY, LAST).happened)).toEqual([
      '2 visits made before the birth. The last was on 19 March 2026.',
    ])
  })

  it('of two children are kept apart, and one that was recorded for each is one', () => {
    const each = (child: string, seen: boolean) =>
      event(
        'visit-made',
        '2026-03-12',
        { seen, seenAlone: seen, meeting: 'v1' },
        { id: `v-${child}`, children: [child] },
      )
    expect(happened(each('c1', true), each('c2', true)).lines).toMatchObject([
      { about: [], sentence: '1 visit made on 12 March 2026; child seen, seen alone.' },
    ])
    expect(happened(each('c1', true), each('c2', false)).lines).toMatchObject([
      { about: ['c2'], sentence: '1 visit made on 12 March 2026; child not seen.' },
      { about: ['c1'], sentence: '1 visit made on 12 March 2026; child seen, seen alone.' },
    ])
  })
})
