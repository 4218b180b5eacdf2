import { censusReader, details, plan } from './censusReader'
import { type El } from './smallCensus'

describe('what a census says of enquiries and conferences becomes', () => {
  const { one } = censusReader()

  it('an enquiry with the conference that answers it, which made a plan when one starts that day', async () => {
    const enquiry = (held: string): El => [
      'Section47',
      [
        ['S47ActualStartDate', '2025-06-10'],
        ['DateOfInitialCPC', held],
        ['ICPCnotRequired', 'false'],
      ],
    ]
    const starting = plan(['CPPstartDate', '2025-06-27'])
    for (const [held, outcome] of [
      ['2025-06-27', 'plan'],
      ['2025-06-26', 'no-plan'],
    ] as const) {
      const { events } = await one([details(enquiry(held), starting)])
      expect(events).toContainEqual({ kind: 'strategy-discussion', on: '2025-06-10', data: { opensSection47: true } })
      expect(events).toContainEqual({ kind: 'icpc-held', on: held, data: { outcome } })
      expect(events.filter(({ kind }) => kind === 'section-47-ended')).toEqual([])
    }
  })

  it('an enquiry that needed no conference: ended, on its own day for want of another; one still open is not', async () => {
    const enquiry = (notRequired: string): El => [
      'Section47',
      [
        ['S47ActualStartDate', '2025-06-10'],
        ['ICPCnotRequired', notRequired],
      ],
    ]
    const ended = await one([details(enquiry('true'))])
    expect(ended.events.at(-1)).toEqual({
      kind: 'section-47-ended',
      on: '2025-06-10',
      data: { outcome: 'no-conference', enquiry: ended.idOf('strategy-discussion') },
    })
    expect((await one([details(enquiry('false'))])).events.at(-1)?.kind).toBe('strategy-discussion')
  })

  it('a transfer-in conference, of which notice came with the referral', async () => {
    const { events } = await one([
      details(['DateOfInitialCPC', '2025-06-20'], plan(['CPPstartDate', '2025-06-20'], ['CPPendDate', '2025-10-01'])),
    ])
    expect(events.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'referral-received 2025-06-02',
      'referral-decided 2025-06-02',
      'transfer-in-notified 2025-06-02',
      'transfer-in-conference-held 2025-06-20',
      'plan-started 2025-06-20',
      'plan-ended 2025-10-01',
    ])
    expect(events[3]?.data).toEqual({ outcome: 'plan' })
  })
})
