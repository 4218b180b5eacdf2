import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const PROGRAM = path.join(__dirname, '..', '..', 'bin', 'caseclock.js')

export interface WorkerProcess {
  /** Resolves when it has taken up its work, or has ended. */
  readonly ready: Promise<void>
  /** Resolves when it has ended: its exit code, and all it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
  readonly terminate: () => void
}

/** `caseclock worker` as a process of its own, from the built files. `preload`: a file it loads first. */
export function workerProcess(environment: Record<string, string>, preload?: string): WorkerProcess {
  const first = preload === undefined ? [] : ['--require', preload]
  const child = spawn(process.execPath, [...first, PROGRAM, 'worker'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))
  const ready = new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('worker ready')) resolve()
    })
    child.once('close', () => {
      resolve()
    })
  })
  return { ready, ended, terminate: () => void child.kill('SIGTERM') }
}
