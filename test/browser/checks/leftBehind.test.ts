import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { chromiumProgram } from '../tools/chromiumProgram'
import { launchChromium } from '../tools/launchChromium'

/** How many processes carry this mark on their command line. */
const running = (mark: string): number =>
  execFileSync('ps', ['-A', '-ww', '-o', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(mark)).length

/** Awaits that none is left; the number that still runs after half a minute. */
async function left(mark: string): Promise<number> {
  for (let tries = 0; running(mark) > 0 && tries < 300; tries += 1) await wait(100)
  return running(mark)
}

describe('no browser is left behind', () => {
  it('when it was closed', async () => {
    const mark = `--caseclock-mark=${randomUUID()}`
    const browser = await launchChromium([mark])
    await browser.newPage()
    expect(running(mark)).toBeGreaterThan(0)
    await browser.close()
    expect(await left(mark)).toBe(0)
  })

  it('when the process of the tests was killed', async () => {
    const mark = `--caseclock-mark=${randomUUID()}`
    const program = `
      const { chromium } = require(${JSON.stringify(require.resolve('playwright-core'))})
      const args = [...(process.getuid() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', process.env.MARK]
      chromium.launch({ executablePath: process.env.CASECLOCK_CHROMIUM, args }).then(() => console.log('up'))`
    const child = spawn(process.execPath, ['-e', program], {
      env: { ...process.env, MARK: mark, CASECLOCK_CHROMIUM: chromiumProgram() },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect(running(mark)).toBeGreaterThan(0)
    child.kill('SIGKILL')
    expect(await left(mark)).toBe(0)
  })
})
