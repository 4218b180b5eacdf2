import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inNode, type Ended } from './inNode'

describe('a Chromium for the browser tests', () => {
  let folder: string
  const at = (name: string): string => path.join(folder, name)
  const script = (name: string, lines: string): string => {
    writeFileSync(at(name), `#!/bin/sh\n${lines}\n`)
    chmodSync(at(name), 0o755)
    return at(name)
  }
  const browser = (name: string): string => script(name, "echo 'Chromium 156.0.0.0'")
  /** An apt-get that notes what it was asked, and does these lines when it installs. */
  const aptGet = (installs: string): string =>
    script(
      'bin/apt-get',
      `echo "$DEBIAN_FRONTEND: $*" >> '${at('log')}'
       case "$*" in *--download-only*) ;; *install*) ${installs} ;; esac`,
    )
  const makesChromium = (): string =>
    `printf '#!/bin/sh\\n' > '${at('bin/chromium')}'; /bin/chmod 755 '${at('bin/chromium')}'`
  const asked = (): string[] => (existsSync(at('log')) ? readFileSync(at('log'), 'utf8').trim().split('\n') : [])
  const search = (machine: { platform: string; uid: number }, more: NodeJS.ProcessEnv) =>
    inNode(
      `const { findChromium } = await import(tools + '/bootstrap/findChromium.mjs')
       try { console.log(JSON.stringify(await findChromium(process.env, ${JSON.stringify(machine)}))) }
       catch (error) { console.error(error.constructor.name + ': ' + error.message); process.exitCode = 1 }`,
      { PATH: at('bin'), CASECLOCK_CACHE: at('cache'), HOME: folder, ...more },
    ).ended
  const root = { platform: 'linux', uid: 0 }
  const find = (more: NodeJS.ProcessEnv = {}, machine = root): Promise<Ended> => search(machine, more)

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-chromium-'))
    mkdirSync(at('bin'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('is the one CASECLOCK_CHROMIUM names, before those on PATH', async () => {
    const mine = browser('mine')
    browser('bin/chromium')
    expect(JSON.parse((await find({ CASECLOCK_CHROMIUM: mine })).out)).toEqual({ CASECLOCK_CHROMIUM: mine })
  })

  it('stops the set-up when CASECLOCK_CHROMIUM names one that does not run', async () => {
    browser('bin/chromium')
    const { code, err } = await find({ CASECLOCK_CHROMIUM: at('nowhere') })
    expect(code).toBe(1)
    expect(err).toMatch(
      /SetupFailed: CASECLOCK_CHROMIUM names .*nowhere, which does not run\. Correct it, or unset it\./,
    )
  })

  it('is the first on PATH that runs, in this order, and nothing is installed', async () => {
    aptGet('exit 1')
    for (const name of ['google-chrome-stable', 'google-chrome', 'chromium-browser', 'chromium']) {
      const program = browser(`bin/${name}`)
      expect(JSON.parse((await find()).out)).toEqual({ CASECLOCK_CHROMIUM: program })
    }
    expect(asked()).toEqual([])
  })

  it('is not a stand-in on PATH that only says what to install', async () => {
    script('bin/chromium-browser', "echo 'requires the chromium snap' >&2; exit 1")
    const program = browser('bin/google-chrome')
    const { out, err } = await find()
    expect(JSON.parse(out)).toEqual({ CASECLOCK_CHROMIUM: program })
    expect(err).toContain('chromium-browser is not used: it does not run')
  })

  it('is installed by apt-get as root, aloud, once; the next search finds it', async () => {
    aptGet(makesChromium())
    const first = await find()
    expect(JSON.parse(first.out)).toEqual({ CASECLOCK_CHROMIUM: at('bin/chromium') })
    expect(first.err).toMatch(/asking apt for its lists[^]*downloading Chromium[^]*installing Chromium/)
    expect(JSON.parse((await find()).out)).toEqual({ CASECLOCK_CHROMIUM: at('bin/chromium') })
    const lock = 'noninteractive: -o DPkg::Lock::Timeout=120'
    const packages = 'chromium fonts-liberation'
    expect(asked()).toEqual([
      `${lock} update`,
      `${lock} install -y --no-install-recommends --download-only ${packages}`,
      `${lock} install -y --no-install-recommends ${packages}`,
    ])
  })

  it('is installed once by two set-ups that start at once', async () => {
    aptGet(`/bin/sleep 1; ${makesChromium()}`)
    const both = await Promise.all([find(), find()])
    for (const { out } of both) expect(JSON.parse(out)).toEqual({ CASECLOCK_CHROMIUM: at('bin/chromium') })
    expect(asked()).toHaveLength(3)
    expect(both.map(({ err }) => err).join('')).toMatch(
      /waiting: another set-up \(process \d+\) is installing Chromium/,
    )
  })

  it.each([
    ['only root may install packages', { platform: 'linux', uid: 1000 }],
    ['that is only done on Linux, and this is darwin', { platform: 'darwin', uid: 0 }],
  ])('is not installed where %s: the tests get the sentence they are refused with', async (because, machine) => {
    aptGet(makesChromium())
    const { code, out, err } = await find({}, machine)
    const { CASECLOCK_NO_CHROMIUM: problem } = JSON.parse(out) as { CASECLOCK_NO_CHROMIUM: string }
    expect(code).toBe(0)
    expect(problem).toContain(
      `There is no Chromium for the browser tests, so they are refused: it is not installed here by itself, because ${because}.`,
    )
    expect(problem).toContain('chromium, chromium-browser, google-chrome, google-chrome-stable is on PATH')
    expect(problem).toContain('CASECLOCK_WITHOUT_BROWSER=1')
    expect(err).toContain(problem)
    expect(asked()).toEqual([])
  })

  it.each([
    ['there is no apt-get', undefined],
    ['installing Chromium failed: E: no such package', "echo 'E: no such package' >&2; exit 100"],
    ['what apt-get installed does not run', `exit 0`],
  ])('cannot be had: %s', async (because, installs) => {
    if (installs !== undefined) aptGet(installs)
    expect((await find()).out).toContain(because)
  })

  it('is not looked for with CASECLOCK_WITHOUT_BROWSER=1, which is said in capitals', async () => {
    aptGet(makesChromium())
    const { out, err } = await find({ CASECLOCK_WITHOUT_BROWSER: '1' })
    expect(JSON.parse(out)).toEqual({})
    expect(err).toContain('THE BROWSER TESTS ARE SKIPPED')
    expect(asked()).toEqual([])
  })
})
