import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const PROGRAM = path.join(__dirname, '..', '..', 'bin', 'caseclock.js')
const LAST_WORDS = 2_000

/** A worker that is a process of its own, from the build in dist/, so that it can be killed at any line. */
export interface RestartableWorker {
  /** Rejects when the worker ended without having been killed or stopped by us. Never resolves. Killing, restarting and stopping then reject too. */
  readonly failed: Promise<never>
  /** Resolves once the worker that runs now has said that it is ready: it has just ensured `reconcile` and `round`, and does so again in a minute. */
  ready(): Promise<void>
  /** `kill -9`, and another worker in its place as soon as it is gone. */
  killAndStartAgain(): Promise<void>
  /** Stops it in order and starts another. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

const READY = 'worker ready'

/** Starts the worker. Its last words are kept for the error that says why it ended. */
export function restartableWorker(environment: Readonly<Record<string, string>>): RestartableWorker {
  let why: Error | undefined
  let tellWaiting: (why: Error) => void = () => undefined
  const failed = new Promise<never>((_resolve, reject) => {
    tellWaiting = reject
  })
  failed.catch(() => undefined) // nobody may be waiting just then: killing, restarting and stopping throw the same reason
  const expected = new WeakSet<ChildProcess>()
  let ready: Promise<void> = Promise.resolve()
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, [PROGRAM, 'worker'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let words = ''
    ready = new Promise((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        words = (words + chunk.toString()).slice(-LAST_WORDS)
        if (words.includes(READY)) resolve()
      })
    })
    child.once('exit', (code, signal) => {
      if (expected.has(child)) return
      why = new Error(`The worker ended by itself (${signal ?? `code ${String(code)}`}). It said last:\n${words}`)
      tellWaiting(why)
    })
    return child
  }
  let worker = start()
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (why !== undefined) throw why
    expected.add(worker)
    if (worker.exitCode !== null || worker.signalCode !== null) return
    const ended = once(worker, 'exit')
    worker.kill(signal)
    await ended
  }
  return {
    failed,
    ready: () => Promise.race([ready, failed]),
    killAndStartAgain: async () => {
      await end('SIGKILL')
      worker = start()
    },
    startAgain: async () => {
      await end('SIGTERM')
      worker = start()
    },
    stop: () => end('SIGTERM'),
  }
}
