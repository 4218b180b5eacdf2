import { spawn } from 'node:child_process'
import os from 'node:os'

const EVERY_MS = 5_000

/** A failure a person can mend: the message says what to install or set. */
export class SetupFailed extends Error {}

export const say = (line) => process.stderr.write(`setup: ${line}\n`)

export const seconds = (fromMs) => `${((Date.now() - fromMs) / 1000).toFixed(1)} s`

/** Does one step of the set-up, says that it does, goes on saying so every five seconds, and says how long it took. */
export async function step(what, work) {
  const from = Date.now()
  say(`${what} …`)
  const ticking = setInterval(() => say(`${what}: ${seconds(from)} so far`), EVERY_MS)
  try {
    const answer = await work()
    say(`${what}: ${seconds(from)}`)
    return answer
  } finally {
    clearInterval(ticking)
  }
}

/**
 * Runs a program quietly. Answers its exit code and the last of what it said; code 127 when there is no such program.
 * A signal to us ends the program, then us.
 */
export const run = (command, args, { cwd, env = {}, timeoutMs } = {}) =>
  new Promise((resolve) => {
    const said = []
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    })
    const end = (signal) => {
      child.kill(signal)
      process.exit(128 + os.constants.signals[signal])
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, end)
    const answer = (result) => {
      for (const signal of signals) process.removeListener(signal, end)
      resolve(result)
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk.toString()))
    child.once('error', (error) => answer({ code: error.code === 'ENOENT' ? 127 : 126, said: error.message }))
    child.once('close', (code) => answer({ code: code ?? 1, said: said.join('').slice(-4000) }))
  })
