import { censusReader, accepted, details, plan, reviews } from './censusReader'

describe('what a census says of plans becomes', () => {
  const { one } = censusReader()

  it('a plan that its last review ended, and a second one that counts the first', async () => {
    const { events, idOf } = await one([
      details(
        plan(
          ['CPPstartDate', '2026-01-12'],
          ['NumberOfPreviousCPP', '0'],
          ['InitialCategoryOfAbuse', 'Emotional abuse'],
        ),
        plan(
          ['CPPstartDate', '2025-06-27'],
          ['CPPendDate', '2025-09-22'],
          ['InitialCategoryOfAbuse', 'NEG'],
          reviews('2025-08-01', '2025-09-22'),
        ),
      ),
    ])
    expect(events.slice(2)).toEqual([
      {
        kind: 'plan-started',
        on: '2025-06-27',
        data: { plan: 'cpp', authority: 'ours', previousPlans: 0, category: 'neglect' },
      },
      { kind: 'review-held', on: '2025-08-01', data: { outcome: 'continue' } },
      { kind: 'plan-ended', on: '2025-09-22', data: { plan: 'cpp', reason: 'review', of: idOf('plan-started') } },
      { kind: 'review-held', on: '2025-09-22', data: { outcome: 'end' } },
      {
        kind: 'plan-started',
        on: '2026-01-12',
        data: { plan: 'cpp', authority: 'ours', previousPlans: 1, category: 'emotional abuse' },
      },
    ])
  })

  it.each([
    [
      'moved',
      [
        ['CINclosureDate', '2025-09-22'],
        ['ReasonForClosure', 'RC5'],
      ],
      [],
    ],
    ['died', [], [['PersonDeathDate', '2025-09-22']]],
    ['not-known', [], []],
  ] as const)('a plan that ended because: %s', async (reason, more, identifiers) => {
    const { events } = await one(
      [
        details(...more, plan(['CPPstartDate', '2025-06-27'], ['CPPendDate', '2025-09-22']), [
          'CINPlanDates',
          [
            ['CINPlanStartDate', '2025-06-03'],
            ['CINPlanEndDate', '2025-09-22'],
          ],
        ]),
      ],
      identifiers,
    )
    expect(events.filter(({ kind }) => kind === 'plan-ended').map(({ data }) => data)).toEqual([
      expect.objectContaining({ plan: 'cpp', reason }),
      expect.objectContaining({ plan: 'cin', reason }),
    ])
    expect(events.some(({ kind }) => kind === 'child-left')).toBe(reason === 'died')
  })

  it('still the plan in it, open and timed, when only the referral cannot be taken', async () => {
    const { events, family, found } = await one([
      [
        'CINdetails',
        [accepted, ['CINreferralDate', '2025-02-30'], plan(['CPPstartDate', '2025-06-27'], reviews('2025-09-01'))],
      ],
    ])
    expect(found).toHaveLength(1)
    expect(events.map(({ kind }) => kind)).toEqual(['plan-started', 'review-held'])
    expect(family?.open).toBe(true)
  })
})
