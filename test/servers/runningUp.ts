import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const PROGRAM = path.join(__dirname, '..', '..', 'bin', 'caseclock.js')

/** A `caseclock up --demo` of its own. */
export interface Started {
  readonly child: ChildProcess
  /** All it has said so far. */
  readonly all: () => string
  /** Resolves when it has said so; rejects when it ended before. */
  said(words: string): Promise<void>
}

export function up(data: string, ...more: readonly string[]): Started {
  const child = spawn(process.execPath, [PROGRAM, 'up', '--demo', '--data', data, ...more], {
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
export async function killAll({ pid }: ChildProcess): Promise<void> {
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
