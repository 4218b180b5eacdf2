import { spawn } from 'node:child_process'

const EVERY_MS = 10_000

/** A failure a person can mend: the message says what to install or set. */
export class SetupFailed extends Error {}

export const say = (line) => process.stderr.write(`setup: ${line}\n`)

export const seconds = (fromMs) => `${((Date.now() - fromMs) / 1000).toFixed(1)} s`

/** Does one step of the set-up, says that it does, goes on saying so every ten seconds, and says how long it took. */
export async function step(what, work) {
  const from = Date.now()
  say(`${what} …`)
  const ticking = setInterval(() => say(`${what}: ${seconds(from)} so far`), EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(ticking)
    say(`${what}: ${seconds(from)}`)
  }
}

/** Runs a program quietly. Answers its exit code and the last of what it said; code 127 when there is no such program. */
export const run = (command, args, { cwd, env = {}, timeoutMs } = {}) =>
  new Promise((resolve) => {
    const said = []
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk.toString()))
    child.once('error', (error) => resolve({ code: error.code === 'ENOENT' ? 127 : 126, said: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, said: said.join('').slice(-4000) }))
  })
