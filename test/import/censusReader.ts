import { censusOf, type WholeCensus } from './censusOf'
import { censusFolder, message, xmlOf, childEl, type CensusFolder, type El } from './smallCensus'

export const received: El = ['CINreferralDate', '2025-06-02']
export const accepted: El = ['ReferralNFA', 'false']
export const details = (...more: readonly El[]): El => ['CINdetails', [received, accepted, ...more]]
export const plan = (...more: readonly El[]): El => ['ChildProtectionPlans', more]
export const reviews = (...days: readonly string[]): El => ['Reviews', days.map((day): El => ['CPPreviewDate', day])]

/** A census of some children, written and read by a test; for its files there is a folder while the tests run. */
export function censusReader() {
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
  return { read, one, line: (number: number) => folder.line(number) }
}
