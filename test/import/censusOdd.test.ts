import { censusReader, accepted, details, plan, reviews } from './censusReader'
import { type El } from './smallCensus'

describe('what a census says that is odd, or cannot be, becomes', () => {
  const { line, one } = censusReader()

  it.each([
    ['closed before the referral', details(['CINclosureDate', '2025-05-24']), '<CINclosureDate>2025-05-24<', 0],
    [
      'an impossible day',
      ['CINdetails', [accepted, ['CINreferralDate', '2025-02-30']]],
      '<CINreferralDate>2025-02-30<',
      0,
    ],
    [
      'a day after the reference date',
      ['CINdetails', [accepted, ['CINreferralDate', '2026-04-01']]],
      '<CINreferralDate>2026-04-01<',
      0,
    ],
    ['no day at all', ['CINdetails', [accepted]], '<CINdetails>', 0],
    ['two different days', details(['CINreferralDate', '2025-06-03']), '<CINreferralDate>2025-06-02<', 0],
    [
      'a plan that ends before it starts',
      details(plan(['CPPstartDate', '2025-06-27'], ['CPPendDate', '2025-06-01'])),
      '<CPPendDate>2025-06-01<',
      2,
    ],
    [
      'a review before its plan',
      details(plan(['CPPstartDate', '2025-06-27'], reviews('2025-06-01'))),
      '<CPPreviewDate>2025-06-01<',
      3,
    ],
    [
      'a second plan while one runs',
      details(plan(['CPPstartDate', '2025-06-27']), plan(['CPPstartDate', '2025-08-01'])),
      '<CPPstartDate>2025-08-01<',
      3,
    ],
    [
      'a conference before its enquiry',
      details([
        'Section47',
        [
          ['S47ActualStartDate', '2025-06-10'],
          ['DateOfInitialCPC', '2025-06-01'],
        ],
      ]),
      '<DateOfInitialCPC>2025-06-01<',
      2,
    ],
  ] as const)('nothing when it cannot be: %s', async (_, record, where, others) => {
    const visit: El = ['CINPlanDates', [['CINPlanStartDate', '2025-06-05']]]
    const { events, found } = await one([record, ['CINdetails', [['CINreferralDate', '2024-03-04'], visit]]])
    const field = /<(\w+)>/.exec(where === '<CINdetails>' ? '<CINreferralDate>' : where)?.[1]
    expect(found).toEqual([{ line: expect.any(Number) as number, record: '7', field, taken: 'rejected' }])
    expect(line(found[0]?.line ?? 0)).toContain(where)
    // The other referral and its plan stand in any case.
    expect(events).toHaveLength(others + 2)
  })

  it.each([
    ['a conference on a Sunday', details(['DateOfInitialCPC', '2025-06-22']), 'DateOfInitialCPC'],
    [
      'a category that does not exist',
      details(plan(['CPPstartDate', '2025-06-27'], ['LatestCategoryOfAbuse', 'NGL'])),
      'LatestCategoryOfAbuse',
    ],
    [
      'a negative number of plans',
      details(plan(['CPPstartDate', '2025-06-27'], ['NumberOfPreviousCPP', '-1'])),
      'NumberOfPreviousCPP',
    ],
  ] as const)('the record with a warning: %s', async (_, record, field) => {
    expect((await one([record])).found).toEqual([
      { line: expect.any(Number) as number, record: '7', field, taken: 'warning' },
    ])
  })
})
