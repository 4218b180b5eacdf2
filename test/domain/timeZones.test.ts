import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

/** All that is computed of the fixtures, of 300 stories and of eleven years of clock changes, by a machine that stands in a time zone. */
async function printedIn(timeZone: string): Promise<readonly string[]> {
  const reader = path.join(__dirname, 'timeZones', 'readTypeScript.cjs')
  const script = path.join(__dirname, 'timeZones', 'printEverything.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', reader, script], {
    env: { ...process.env, TZ: timeZone },
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout.trim().split('\n')
}

describe('the same results wherever the machine stands', () => {
  it('under UTC, Europe/London and Pacific/Auckland, byte for byte', async () => {
    const inUtc = await printedIn('UTC')
    // Fixtures, stories, days of March and October, the first of every month, today: nothing was left out.
    expect(inUtc.length).toBeGreaterThan(6 + 300 + 11 * 60 + 11 * 12)
    expect(await printedIn('Europe/London')).toEqual(inUtc)
    expect(await printedIn('Pacific/Auckland')).toEqual(inUtc)
  })

  it('and a computation that asks the machine’s zone is found: the guard has something to refuse', async () => {
    const hours = await Promise.all(
      ['UTC', 'Pacific/Auckland'].map(async (timeZone) => {
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ['--print', 'new Date(2026, 0, 5).toISOString()'],
          { env: { ...process.env, TZ: timeZone } },
        )
        return stdout
      }),
    )
    expect(hours[0]).not.toBe(hours[1])
  })
})
