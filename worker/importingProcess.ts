import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Advanced, TakeRunOn } from '../activities/import/run/advanceRun'
import type { ImporterAnswer, ImporterAsk } from './importerMessages'

/** Megabytes of heap: with what stands beside it the process stays below 300 MB, however large a file is (bench/bigCounty.js). */
const IMPORTER_HEAP_MB = 128
/** Of that, what is young: by default as much again. */
const YOUNG_MB = 8

export interface ImportingProcess {
  readonly takeOn: TakeRunOn
  stop(): void
}

/**
 * Takes imports on in a process of its own, with a heap of its own: an extract that needs too much ends that process and no clock. It is there
 * as long as a run has more to do. Rejects when the process ends before it has answered: the step is tried again, in a new one.
 */
export function importingProcess(
  environment: Readonly<Record<'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE', string>>,
  heapMegabytes = IMPORTER_HEAP_MB,
): ImportingProcess {
  let importer: ChildProcess | undefined
  const end = (): void => {
    importer?.kill('SIGKILL')
    importer = undefined
  }
  const running = (): ChildProcess => {
    if (importer?.connected !== true) {
      importer = fork(path.join(__dirname, 'importer.js'), {
        execArgv: [`--max-old-space-size=${String(heapMegabytes)}`, `--max-semi-space-size=${String(YOUNG_MB)}`],
        env: { ...process.env, ...environment },
      })
    }
    return importer
  }
  return {
    takeOn: async (runId, forMs, signal) => {
      signal.throwIfAborted()
      signal.addEventListener('abort', end, { once: true })
      try {
        const state = await ask(running(), { runId, forMs })
        if (state !== 'more') end()
        return state
      } finally {
        signal.removeEventListener('abort', end)
      }
    },
    stop: end,
  }
}

function ask(importer: ChildProcess, question: ImporterAsk): Promise<Advanced> {
  return new Promise((resolve, reject) => {
    const answered = (answer: ImporterAnswer): void => {
      importer.off('exit', ended)
      if ('state' in answer) resolve(answer.state)
      else reject(Object.assign(new Error(answer.failed.message), answer.failed))
    }
    const ended = (code: number | null, signal: string | null): void => {
      importer.off('message', answered)
      reject(
        Object.assign(new Error(`The importing process ended (${signal ?? `code ${String(code)}`}).`), {
          code: 'IMPORTER_ENDED',
        }),
      )
    }
    importer.once('message', answered)
    importer.once('exit', ended)
    importer.send(question, (error) => {
      if (error !== null) reject(error)
    })
  })
}
