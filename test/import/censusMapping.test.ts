import { stableId } from '../../activities/import/stableId'
import { censusOf, type WholeCensus } from './censusOf'
import { censusFolder, childEl, message, xmlOf, type CensusFolder, type El } from './smallCensus'

const received: El = ['CINreferralDate', '2025-06-02']
const accepted: El = ['ReferralNFA', 'false']
const details = (...more: readonly El[]): El => ['CINdetails', [received, accepted, ...more]]
const plan = (...more: readonly El[]): El => ['ChildProtectionPlans', more]
const reviews = (...days: readonly string[]): El => ['Reviews', days.map((day): El => ['CPPreviewDate', day])]

describe('what a census says becomes', () => {
  let folder: CensusFolder
  beforeAll(() => {
    folder = censusFolder()
  })
  afterAll(() => {
    folder.remove()
  })

  const read = (...children: readonly El[]): Promise<WholeCensus> => censusOf(folder.write(xmlOf(message(children))))
  const one = async (found: readonly El[], identifiers: readonly El[] = []) => {
    const { families, findings } = await read(childEl('7', found, identifiers))
    const [family] = families
    const events = (family?.events ?? []).map(({ id, kind, on, data }) => ({ id, kind, on, data: data }))
    const idOf = (kind: string, n = 0) => events.filter((event) => event.kind === kind)[n]?.id
    const told = events.map(({ kind, on, data }) => ({ kind, on, data }))
    return {
      family,
      events: told,
      idOf,
      found: findings.map(({ line, record, field, taken }) => ({ line, record, field, taken })),
    }
  }

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

  it('a child who is not born yet: expected, ahead of the reference date', async () => {
    const child: El = [
      'Child',
      [
        [
          'ChildIdentifiers',
          [
            ['LAchildID', '8'],
            ['ExpectedPersonBirthDate', '2026-07-01'],
          ],
        ],
        details(),
      ],
    ]
    const { families, findings } = await read(child)
    expect(families[0]?.children[0]).toMatchObject({ bornOn: null, expectedOn: '2026-07-01', forename: null })
    expect(findings).toEqual([])
  })

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
    expect(folder.line(found[0]?.line ?? 0)).toContain(where)
    // The other referral and its plan stand in any case.
    expect(events).toHaveLength(others + 2)
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

  it.each([
    ['no birth date', [], 'PersonBirthDate'],
    ['a birth date that does not exist', [['PersonBirthDate', '2019-02-30']], 'PersonBirthDate'],
    ['a birth after the reference date', [['PersonBirthDate', '2026-04-01']], 'PersonBirthDate'],
    [
      'a death before the birth',
      [
        ['PersonBirthDate', '2019-02-03'],
        ['PersonDeathDate', '2018-01-01'],
      ],
      'PersonDeathDate',
    ],
  ] as const)('the child with a warning: %s', async (_, dates, field) => {
    const { families, findings } = await read([
      'Child',
      [['ChildIdentifiers', [['LAchildID', '8'], ...dates]], details()],
    ])
    expect(findings).toMatchObject([{ record: '8', field, taken: 'warning' }])
    expect(families[0]?.events).toHaveLength(2)
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

  it('a warning when somebody is past eighteen and on a plan', async () => {
    const adult: El = [
      'Child',
      [
        [
          'ChildIdentifiers',
          [
            ['LAchildID', '8'],
            ['PersonBirthDate', '2007-05-01'],
          ],
        ],
        details(plan(['CPPstartDate', '2025-04-01'])),
      ],
    ]
    expect((await read(adult)).findings).toMatchObject([{ field: 'PersonBirthDate', taken: 'warning', record: '8' }])
  })

  it('no child without an id, and one child by an id', async () => {
    const nameless: El = ['Child', [['ChildIdentifiers', [['PersonBirthDate', '2019-04-02']]], details()]]
    const { families, findings, read: counted } = await read(childEl('7', [details()]), nameless, childEl('7', []))
    expect(families).toHaveLength(1)
    expect(counted['Child']).toBe(1)
    expect(findings.map(({ record, field, taken }) => [record, field, taken])).toEqual([
      [null, 'LAchildID', 'rejected'],
      ['7', 'LAchildID', 'rejected'],
    ])
    expect(findings[1]?.problem).toMatch(/^Child 7 starts on line \d+ and again on line \d+; the first stands/)
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
