import { compareWithKnown } from '../../activities/import/census/compareWithKnown'
import type { KnownCase, KnownEvent } from '../../activities/import/census/knownCase'
import type { CensusFamily } from '../../activities/import/census/censusFamily'
import { stableId } from '../../activities/import/stableId'
import { censusOf } from './censusOf'
import { censusFolder, childEl, message, xmlOf, type CensusFolder, type El } from './smallCensus'

const ID = stableId('child', 'ssd', '7')
const CENSUS: readonly El[] = [
  [
    'CINdetails',
    [
      ['CINreferralDate', '2025-06-02'],
      ['ReferralSource', '3A'],
      ['ReferralNFA', 'true'],
    ],
  ],
]
const RECEIVED = { kind: 'referral-received', on: '2025-06-02', children: [ID], data: { source: '3A' } } as const
const REFUSED = {
  kind: 'referral-decided',
  on: '2025-06-04',
  children: [ID],
  data: { outcome: 'no-action', referral: 'r' },
} as const
const BORN = '2019-04-02'

describe('where a census and the live extract disagree', () => {
  let folder: CensusFolder
  beforeAll(() => {
    folder = censusFolder()
  })
  afterAll(() => {
    folder.remove()
  })

  const familyOf = async (details: readonly El[] = CENSUS): Promise<CensusFamily> => {
    const [family] = (await censusOf(folder.write(xmlOf(message([childEl('7', details)]))))).families
    if (family === undefined) throw new Error('the child is missing')
    return family
  }
  const live = (events: readonly KnownEvent[], bornOn: string | null = BORN): KnownCase => ({
    children: [{ id: ID, bornOn }],
    events,
  })

  it('nothing is said and nothing taken when both say the same; a day the census does not give is the extract’s', async () => {
    expect(compareWithKnown(await familyOf(), live([RECEIVED, REFUSED]))).toEqual({ toTake: [], disagreements: [] })
  })

  it('everything is taken when nothing is known, or only about other children', async () => {
    const family = await familyOf()
    for (const events of [[], [{ ...RECEIVED, children: ['somebody else'] }]])
      expect(compareWithKnown(family, live(events))).toEqual({ toTake: family.events, disagreements: [] })
  })

  it('what lies before the first event of the live extract is taken from the census, and names only what is taken', async () => {
    const family = await familyOf()
    const { toTake, disagreements } = compareWithKnown(family, live([{ ...RECEIVED, on: '2025-12-01' }]))
    expect(disagreements).toEqual([])
    expect(toTake).toEqual(family.events)
  })

  it.each<[string, KnownCase, string, string]>([
    [
      'another source',
      live([{ ...RECEIVED, data: { source: '5B' } }, REFUSED]),
      '<ReferralSource>',
      'The census says 3A, the live extract says 5B. ',
    ],
    [
      'another decision',
      live([RECEIVED, { ...REFUSED, on: '2025-06-02', data: { outcome: 'accepted', referral: 'r' } }]),
      '<ReferralNFA>',
      'The census says no-action, the live extract says accepted. ',
    ],
    [
      'another day',
      live([{ ...RECEIVED, on: '2025-06-01' }, REFUSED]),
      '<CINreferralDate>',
      'The census says 2025-06-02, the live extract says 2025-06-01. ',
    ],
    [
      'no such record',
      live([RECEIVED]),
      '<ReferralNFA>',
      'The census says 2025-06-02, the live extract has no such record. ',
    ],
    [
      'another birthday',
      live([RECEIVED, REFUSED], '2019-04-03'),
      '<PersonBirthDate>',
      'The census says 2019-04-02, the live extract says 2019-04-03. ',
    ],
    [
      'no birthday',
      live([RECEIVED, REFUSED], null),
      '<PersonBirthDate>',
      'The census says 2019-04-02, the live extract has no date of birth. ',
    ],
  ])('the live extract has %s: it stands, and a finding says so once', async (_, known, element, says) => {
    const { toTake, disagreements } = compareWithKnown(await familyOf(), known)
    expect(toTake).toEqual([])
    expect(disagreements).toHaveLength(1)
    expect(disagreements[0]).toMatchObject({
      file: 'census.xml',
      record: '7',
      field: element.slice(1, -1),
      taken: 'warning',
      problem: `${says}The live extract stands; check which is right, and correct the other.`,
    })
    expect(folder.line(disagreements[0]?.line ?? 0)).toContain(element)
  })

  it('of two referrals of a day each finds its own', async () => {
    const second: El = [
      'CINdetails',
      [
        ['CINreferralDate', '2025-06-02'],
        ['ReferralSource', '1A'],
      ],
    ]
    const family = await familyOf([...CENSUS, second])
    for (const order of [
      ['3A', '1A'],
      ['1A', '3A'],
    ]) {
      const known = live([...order.map((source) => ({ ...RECEIVED, data: { source } })), REFUSED])
      expect(compareWithKnown(family, known).disagreements).toEqual([])
    }
  })
})
