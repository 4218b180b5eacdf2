import { existsSync } from 'node:fs'
import path from 'node:path'

/** The synthetic county and the published list of fields lie beside the clone, not in it. */
const DATA = path.resolve(__dirname, '../../shared/data')

/** Northmoor, an imaginary county: extracts, census, spoiled copies, and their answer keys. */
export const NORTHMOOR = path.join(DATA, 'northmoor')

/** Every table and field of the standard. */
export const SSD_FIELDS = path.join(DATA, 'ssd-fields.csv')

/** A `describe` for tests that read the shared data. Where it is not there they are skipped, and the run says so. */
export function withSharedData(title: string, tests: () => void): void {
  if (existsSync(NORTHMOOR) && existsSync(SSD_FIELDS)) {
    describe(title, tests)
    return
  }
  process.stderr.write(`NOT RUN: ${title}: ../shared/data is not there. Put it beside the clone and run again.\n`)
  describe.skip(title, () => {
    it('needs ../shared/data beside the clone', () => undefined)
  })
}
