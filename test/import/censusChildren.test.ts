import { censusReader, details, plan } from './censusReader'
import { childEl, type El } from './smallCensus'

describe('what a census says of a child becomes', () => {
  const { read } = censusReader()

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
})
