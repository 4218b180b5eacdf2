import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeMachine, PINNED } from './machine'

describe('the Temporal server is found', () => {
  let machine: ReturnType<typeof makeMachine>
  beforeEach(() => {
    machine = makeMachine()
  })
  afterEach(() => {
    machine.remove()
  })

  it('in TEMPORAL_ADDRESS before anything else', async () => {
    machine.temporal(machine.at('bin', 'temporal'))
    const { out, err } = await machine.find({ TEMPORAL_ADDRESS: 'temporal.example:7233' })
    expect(out).toBe('null\n')
    expect(err).toContain('temporal.example:7233')
  })

  it('in CASECLOCK_TEMPORAL_BINARY, which must work when it is set', async () => {
    const mine = machine.temporal(machine.at('mine'))
    expect((await machine.find({ CASECLOCK_TEMPORAL_BINARY: mine })).out).toBe(`${mine}\n`)
    const { code, err } = await machine.find({ CASECLOCK_TEMPORAL_BINARY: machine.at('nowhere') })
    expect(code).toBe(1)
    expect(err).toMatch(
      /CASECLOCK_TEMPORAL_BINARY names .*nowhere, but there is no such file\. Correct it, or unset it\./,
    )
  })

  it('on PATH before the cache', async () => {
    machine.temporal(machine.cached)
    const program = machine.temporal(machine.at('bin', 'temporal'), 'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)')
    expect((await machine.find()).out).toBe(`${program}\n`)
  })

  it('not on PATH when that one is too old, and says so', async () => {
    machine.temporal(machine.at('bin', 'temporal'), 'temporal version 0.11.0 (Server 1.22.0, UI 2.16.2)')
    machine.temporal(machine.cached)
    const { out, err } = await machine.find()
    expect(out).toBe(`${machine.cached}\n`)
    expect(err).toContain('its server is 1.22.0, and Caseclock needs 1.29.0 or later')
  })

  it('in the cache of this version, and in no other', async () => {
    machine.temporal(machine.at('cache', 'temporal', '1.8.1', 'temporal'))
    expect((await machine.find()).code).toBe(1)
    machine.temporal(machine.cached)
    expect((await machine.find()).out).toBe(`${machine.cached}\n`)
  })

  it('by a download before a build', async () => {
    machine.go()
    machine.download(`fs.writeFileSync(file, '#!/bin/sh\\necho "${PINNED}"\\n')`)
    expect((await machine.find()).out).toBe(`${machine.cached}\n`)
    expect(machine.done()).toEqual(['download'])
  })

  it('by a build where nothing can be downloaded, once: the next start takes the cached one', async () => {
    machine.go()
    expect((await machine.find()).err).toMatch(/no download: releases cannot be reached[^]*with Go[^]*built/)
    expect((await machine.find()).err).toContain('from the cache')
    expect(machine.done()).toEqual(['download', 'build'])
  })
})

describe('a half-made Temporal server is never used', () => {
  let machine: ReturnType<typeof makeMachine>
  beforeEach(() => {
    machine = makeMachine()
  })
  afterEach(() => {
    machine.remove()
  })
  const inCache = (): string[] => readdirSync(path.dirname(machine.cached))

  it('a download that breaks off is thrown away and built instead', async () => {
    machine.download("fs.writeFileSync(file, 'half'); process.exit(0)")
    machine.go()
    const { out, err } = await machine.find()
    expect(out).toBe(`${machine.cached}\n`)
    expect(err).toContain('no download: what was made does not run on this machine')
    expect(inCache()).toEqual(['temporal'])
  })

  it('a download of another version is not taken for this one', async () => {
    machine.download(
      `fs.writeFileSync(file, '#!/bin/sh\\necho "temporal version 1.9.0 (Server 1.32.0, UI 2.60.0)"\\n')`,
    )
    expect((await machine.find()).err).toContain('it holds server 1.32.0, not 1.31.2')
  })

  it.each([
    ['fails', { fails: true }],
    ['makes a program that does not run', { makes: 'exit 3' }],
  ])('a build that %s leaves nothing behind', async (_what, go) => {
    machine.go(go)
    expect((await machine.find()).code).toBe(1)
    expect(inCache()).toEqual([])
  })

  it('a broken file under the right name is made anew', async () => {
    machine.temporal(machine.cached)
    writeFileSync(machine.cached, 'cut off')
    machine.go()
    expect((await machine.find()).out).toBe(`${machine.cached}\n`)
    expect(machine.done()).toEqual(['download', 'build'])
  })

  it('a build that was killed is begun again by the next start, which does not wait for the dead', async () => {
    machine.go({ takes: 3 })
    const first = machine.search()
    while (!machine.done().includes('build')) await wait(20)
    first.kill('SIGKILL')
    await first.ended
    expect(existsSync(machine.cached)).toBe(false)
    machine.go()
    expect((await machine.find()).out).toBe(`${machine.cached}\n`)
    expect(inCache()).toEqual(['temporal'])
  })
})

describe('two clones that start at once', () => {
  it('build one server between them, and the second says for whom it waits', async () => {
    const machine = makeMachine()
    machine.go({ takes: 1 })
    const both = [machine.search(), machine.search()]
    const ended = await Promise.all(both.map((clone) => clone.ended))
    expect(ended.map(({ out }) => out)).toEqual([`${machine.cached}\n`, `${machine.cached}\n`])
    expect(machine.done().filter((line) => line === 'build')).toHaveLength(1)
    expect(ended.map(({ err }) => err).join('')).toMatch(
      /waiting: another clone \(process \d+\)[^]*made by another clone/,
    )
    machine.remove()
  })
})

describe('where no Temporal server can be had, it is said what to do', () => {
  let machine: ReturnType<typeof makeMachine>
  beforeEach(() => {
    machine = makeMachine()
  })
  afterEach(() => {
    machine.remove()
  })

  it.each([
    ['Go is missing', undefined, 'Go is not installed'],
    ['Go is too old', 'go1.22.3', 'Go 1.22.3 is too old'],
    ['Go is a little too old', 'go1.26.3', 'Go 1.26.3 is too old'],
    ['Go does not work', 'of no known version', 'Go does not work here'],
  ])('when %s', async (_when, version, because) => {
    if (version !== undefined) machine.go({ version })
    const { code, err } = await machine.find()
    expect(code).toBe(1)
    expect(err).toContain('SetupFailed: There is no Temporal server to start.')
    expect(err).toContain(because)
    expect(err).toContain('install Go 1.26.4 or later')
    expect(err).toContain('put the Temporal command line 1.8.2 on PATH as `temporal`')
    expect(err).toContain('set TEMPORAL_ADDRESS=host:port')
    expect(machine.done()).not.toContain('build')
  })

  it('when the build fails, with what it said', async () => {
    machine.go({ fails: true })
    expect((await machine.find()).err).toMatch(/It cannot be built: the Go build failed:\s+link: killed/)
  })
})
