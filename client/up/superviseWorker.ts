import { spawn, type ChildProcess } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Real milliseconds before a worker that died is started again. */
const AGAIN_AFTER_MS = 500

export interface SupervisedWorker {
  pid(): number | null
  /** Whether it is kept running. */
  runs(): boolean
  /** Ends it, and starts it no more. */
  stop(): Promise<void>
  /** After `stop`: keeps it running again. */
  start(): void
}

/** Keeps one worker running as a process of its own, so that it may be killed at any moment: it is started again. Its words go to a log file. */
export function superviseWorker(
  environment: NodeJS.ProcessEnv,
  logFile: string,
  say: (line: string) => void,
): SupervisedWorker {
  let stopped = false
  let child: ChildProcess | undefined
  const program = path.join(__dirname, '..', '..', '..', 'bin', 'caseclock.js')
  const start = (): void => {
    const log = openSync(logFile, 'a')
    child = spawn(process.execPath, ['--max-old-space-size=384', program, 'worker'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    const started = child
    child.once('exit', (code, signal) => {
      if (stopped || child !== started) return
      say(
        `the worker ended (${signal ?? `code ${String(code)}`}); it is started again. Its log: ${path.basename(logFile)}`,
      )
      void wait(AGAIN_AFTER_MS).then(() => {
        if (!stopped && child === started) start()
      })
    })
  }
  start()
  return {
    pid: () => child?.pid ?? null,
    runs: () => !stopped,
    start: () => {
      if (!stopped) return
      stopped = false
      start()
    },
    stop: async () => {
      stopped = true
      const running = child
      if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
      const ended = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGTERM')
      await Promise.race([ended, wait(10_000, undefined, { ref: false }).then(() => running.kill('SIGKILL'))])
    },
  }
}
