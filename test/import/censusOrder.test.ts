import fc from 'fast-check'
import type { CensusFamily } from '../../activities/import/census/censusFamily'
import { censusOf, type WholeCensus } from './censusOf'
import { censusFolder, childEl, DECLARATION, message, xmlOf, type CensusFolder, type El } from './smallCensus'
import { SEED } from '../seed'

/** Few days, some of them wrong, so that equal events, overlaps and rejected records are common. */
const day = fc.constantFrom(
  '2025-05-01',
  '2025-05-01',
  '2025-06-02',
  '2025-09-10',
  '2025-12-01',
  '2026-02-30',
  '2027-01-01',
)
const optional = (el: fc.Arbitrary<El>): fc.Arbitrary<readonly El[]> => fc.array(el, { maxLength: 1 })
const leaf = (name: string, text: fc.Arbitrary<string>): fc.Arbitrary<El> => text.map((value): El => [name, value])
const group = (name: string, ...parts: readonly fc.Arbitrary<readonly El[]>[]): fc.Arbitrary<El> =>
  fc.tuple(...parts).map((found): El => [name, found.flat()])
const yesNo = fc.constantFrom('true', 'false', '0', '1', 'perhaps')

const plan = group(
  'ChildProtectionPlans',
  optional(leaf('CPPstartDate', day)),
  optional(leaf('CPPendDate', day)),
  optional(leaf('InitialCategoryOfAbuse', fc.constantFrom('NEG', 'EMO', 'NGL'))),
  optional(leaf('NumberOfPreviousCPP', fc.constantFrom('-1', '0', '1', '2', 'x'))),
  optional(group('Reviews', fc.array(leaf('CPPreviewDate', day), { maxLength: 3 }))),
)
const details = group(
  'CINdetails',
  optional(leaf('CINreferralDate', day)),
  optional(leaf('ReferralSource', fc.constantFrom('1A', '6'))),
  optional(leaf('CINclosureDate', day)),
  optional(leaf('ReasonForClosure', fc.constantFrom('RC5', 'RC7'))),
  optional(leaf('DateOfInitialCPC', day)),
  optional(leaf('ReferralNFA', yesNo)),
  fc.array(
    group(
      'Assessments',
      optional(leaf('AssessmentActualStartDate', day)),
      optional(leaf('AssessmentAuthorisationDate', day)),
    ),
    { maxLength: 2 },
  ),
  fc.array(group('CINPlanDates', optional(leaf('CINPlanStartDate', day)), optional(leaf('CINPlanEndDate', day))), {
    maxLength: 2,
  }),
  fc.array(
    group(
      'Section47',
      optional(leaf('S47ActualStartDate', day)),
      optional(leaf('DateOfInitialCPC', day)),
      optional(leaf('ICPCnotRequired', yesNo)),
    ),
    { maxLength: 2 },
  ),
  fc.array(plan, { maxLength: 2 }),
)
const children = fc
  .array(fc.tuple(fc.array(details, { maxLength: 3 }), optional(leaf('PersonDeathDate', day))), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(([found, died], index) => childEl(String(index), found, died)))

/** The same elements in another order at every depth. `next` answers a number from 0 up to below its argument. */
function shuffled([name, content]: El, next: (below: number) => number): El {
  if (typeof content === 'string') return [name, content]
  const left = content.map((one) => shuffled(one, next))
  const mixed: El[] = []
  while (left.length > 0) mixed.push(...left.splice(next(left.length), 1))
  return [name, mixed]
}

const UNKNOWN: readonly El[] = [
  ['Sex', 'F'],
  ['YoungCarer', [['CINdetails', [['CINreferralDate', '2020-01-01']]]]],
  ['Child', [['LAchildID', '0']]],
  ['ReferenceDate', '1999-01-01'],
]

/** The same elements with unknown ones, or known ones where they are not known, between them. */
function withUnknown([name, content]: El, next: (below: number) => number): El {
  if (typeof content === 'string') return [name, content]
  const mixed = content.flatMap((one) => {
    const extra = UNKNOWN[next(UNKNOWN.length * 3)]
    const isAtHome = extra !== undefined && name === { Child: 'Children', ReferenceDate: 'CollectionDetails' }[extra[0]]
    return [...(extra === undefined || isAtHome ? [] : [extra]), withUnknown(one, next)]
  })
  return [name, mixed]
}

/** Everything but where it stood. */
const factsOf = ({ families, read }: WholeCensus) => ({
  read,
  families: families
    .map(({ places, bornAt, assumed, ...family }: CensusFamily) => ({
      ...family,
      bornAt: bornAt.field,
      assumed: [...assumed].sort(),
      told: places.size,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
})

describe('the order and the extras of a census', () => {
  let folder: CensusFolder
  beforeAll(() => {
    folder = censusFolder()
  })
  afterAll(() => {
    folder.remove()
  })
  const read = (root: El) => censusOf(folder.write(`${DECLARATION}${xmlOf(root)}`))
  const problems = ({ findings }: WholeCensus) =>
    findings.map((finding) => JSON.stringify({ ...finding, line: null })).sort()

  it('makes no difference: children and elements in any order give the same facts and findings', async () => {
    let events = 0
    await fc.assert(
      fc.asyncProperty(children, fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), async (all, numbers) => {
        const straight = await read(message(all))
        const mixed = await read(shuffled(message(all), from(numbers)))
        expect(factsOf(mixed)).toEqual(factsOf(straight))
        expect(problems(mixed)).toEqual(problems(straight))
        events += straight.families.flatMap((family) => family.events).length
      }),
      { numRuns: 150, seed: SEED },
    )
    expect(events).toBeGreaterThan(500)
  })

  it('changes nothing but warnings, one for each name, when unknown elements stand anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(children, fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), async (all, numbers) => {
        const straight = await read(message(all))
        const extended = await read(withUnknown(message(all), from(numbers)))
        expect(factsOf(extended)).toEqual(factsOf(straight))
        const added = extended.findings.filter(({ problem }) => problem.includes('not an element this version knows'))
        expect(added.every(({ taken }) => taken === 'warning')).toBe(true)
        expect(new Set(added.map(({ field }) => field)).size).toBe(added.length)
        expect(problems({ ...extended, findings: extended.findings.filter((one) => !added.includes(one)) })).toEqual(
          problems(straight),
        )
      }),
      { numRuns: 150, seed: SEED },
    )
  })
})

/** Numbers from a list, again and again. */
const from = (numbers: readonly number[]) => {
  let at = 0
  return (below: number): number => {
    at += 1
    return (numbers[at % numbers.length] ?? 0) % below
  }
}
