import { stableId } from '../../activities/import/stableId'
import { censusReader, details, received } from './censusReader'
import { type El } from './smallCensus'

describe('what a census says of a referral becomes', () => {
  const { one } = censusReader()

  it('a referral that is accepted, closes, and with it the case', async () => {
    const { events, idOf, family } = await one([
      details(['ReferralSource', '3A'], ['CINclosureDate', '2025-09-01'], ['ReasonForClosure', 'RC7']),
    ])
    expect(events).toEqual([
      { kind: 'referral-received', on: '2025-06-02', data: { source: '3A' } },
      {
        kind: 'referral-decided',
        on: '2025-06-02',
        data: { outcome: 'accepted', referral: idOf('referral-received') },
      },
      { kind: 'case-closed', on: '2025-09-01', data: { reason: 'RC7' } },
    ])
    expect(family).toMatchObject({ open: false, id: stableId('case', 'ssd', 'child-7') })
    expect(family?.children[0]?.id).toBe(stableId('child', 'ssd', '7'))
  })

  it.each(['true', 'TRUE', '1'])(
    'no further action (%s), on the day of the referral when no other is given',
    async (yes) => {
      const { events, family } = await one([['CINdetails', [received, ['ReferralNFA', yes]]]])
      expect(events).toMatchObject([
        { kind: 'referral-received', data: { source: 'unknown' } },
        { kind: 'referral-decided', on: '2025-06-02', data: { outcome: 'no-action' } },
      ])
      expect(family?.open).toBe(false)
      expect(family?.assumed.size).toBe(1)
    },
  )

  it('no decision when the return says neither yes nor no', async () => {
    const { events, family } = await one([['CINdetails', [received, ['ReferralNFA', 'perhaps']]]])
    expect(events.map(({ kind }) => kind)).toEqual(['referral-received'])
    expect(family?.open).toBe(true)
  })

  it('one fact when the same is said twice, and two when two things happened on a day', async () => {
    const assessed = (ended: string): El => [
      'Assessments',
      [
        ['AssessmentActualStartDate', '2025-06-03'],
        ['AssessmentAuthorisationDate', ended],
      ],
    ]
    const { events } = await one([
      details(assessed('2025-07-01'), assessed('2025-07-01'), assessed('2025-07-02')),
      details(),
    ])
    expect(events.filter(({ kind }) => kind === 'assessment-started')).toHaveLength(2)
    expect(events.filter(({ kind }) => kind === 'referral-received')).toHaveLength(2)
  })
})
