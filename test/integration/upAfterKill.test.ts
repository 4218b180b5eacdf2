import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const PROGRAM = path.join(__dirname, '..', '..', 'bin', 'caseclock.js')

interface Started {
  readonly child: ChildProcess
  /** All it has said so far. */
  readonly all: () => string
  /** Resolves when it has said so; rejects when it ended before. */
  said(words: string): Promise<void>
}

function up(data: string): Started {
  const child = spawn(process.execPath, [PROGRAM, 'up', '--demo', '--data', data], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let all = ''
  child.stderr.on('data', (chunk: Buffer) => (all += chunk.toString()))
  return {
    child,
    all: () => all,
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (all.includes(words)) resolve()
        }
        child.stderr.on('data', look)
        child.once('close', () => {
          reject(new Error(`It ended before it said "${words}". It said:\n${all}`))
        })
        look()
      }),
  }
}

/** Kills a program with all it started, and waits until the system has forgotten them. */
async function killAll({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) throw new Error('The program was never started.') // 0 would be this process's own group
  const signal = (what: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-pid, what)
    } catch {
      return false // nobody is left
    }
  }
  signal('SIGKILL')
  while (signal(0)) await wait(50)
}

describe('a first start that is killed while the caseload comes in', () => {
  it('goes on with the import at the next one', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-test-'))
    chmodSync(folder, 0o755) // as root, Postgres runs as another user
    const data = path.join(folder, 'data')
    let second: Started | undefined
    try {
      const first = up(data)
      await first.said('reading:')
      await killAll(first.child) // as a power cut would
      second = up(data)
      await second.said('an import was cut short')
      await second.said('new facts on 60 cases')
      await second.said('ready')
      const ended = once(second.child, 'close')
      second.child.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    } finally {
      if (second !== undefined) await killAll(second.child)
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})

describe('a first start that is told to stop while the caseload comes in', () => {
  it('says that the import goes on at the next start, and nothing that is not so', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-test-'))
    chmodSync(folder, 0o755) // as root, Postgres runs as another user
    const started = up(path.join(folder, 'data'))
    try {
      await started.said('reading:')
      const ended = once(started.child, 'close')
      started.child.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
      expect(started.all()).toContain('the import is not over; it goes on where it was at the next start')
      expect(started.all()).not.toMatch(/imported|planning every case|ready\n$|  ready\n/)
    } finally {
      await killAll(started.child)
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
