import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const PROGRAM = path.join(__dirname, '..', '..', 'bin', 'caseclock.js')
const LAST_WORDS = 2_000

/** A worker that is a process of its own, from the build in dist/, so that it can be killed at any line. */
export interface WorkerProcess {
  /** Rejects when the worker ended without having been killed or stopped by us. Never resolves. */
  readonly failed: Promise<never>
  /** `kill -9`, and another worker in its place as soon as it is gone. */
  killAndStartAgain(): Promise<void>
  stop(): Promise<void>
}

/** Starts the worker. Its last words are kept for the error that says why it ended. */
export function workerProcess(environment: Readonly<Record<string, string>>): WorkerProcess {
  let fail: (why: Error) => void = () => undefined
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject
  })
  failed.catch(() => undefined) // whoever waits for something races it; a worker nobody waits for any more may end
  const expected = new WeakSet<ChildProcess>()
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, [PROGRAM, 'worker'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let words = ''
    child.stderr.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-LAST_WORDS)
    })
    child.once('exit', (code, signal) => {
      if (!expected.has(child))
        fail(new Error(`The worker ended by itself (${signal ?? `code ${String(code)}`}). It said last:\n${words}`))
    })
    return child
  }
  let worker = start()
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    expected.add(worker)
    if (worker.exitCode !== null || worker.signalCode !== null) return
    const ended = once(worker, 'exit')
    worker.kill(signal)
    await ended
  }
  return {
    failed,
    killAndStartAgain: async () => {
      await end('SIGKILL')
      worker = start()
    },
    stop: () => end('SIGTERM'),
  }
}
