import os from 'node:os'
import path from 'node:path'

describe('temporary folders of the tests', () => {
  it('lie below that of the run, which is removed with all that is in it', () => {
    const ofTheRun = path.dirname(process.env['TEST_WORKFLOWS'] ?? '')
    expect(path.basename(ofTheRun)).toMatch(/^caseclock-test-/)
    expect(path.dirname(os.tmpdir())).toBe(ofTheRun)
  })
})
