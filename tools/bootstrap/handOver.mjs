import { spawn } from 'node:child_process'
import os from 'node:os'

const LOOK_MS = 500

/**
 * Runs a program in our place: its words are ours, and so are its exit code and the signals we get. Each signal is passed on once; a Ctrl-C at a
 * terminal not at all, because the terminal has sent it to the program already, and a second one would cut its orderly stop short.
 */
export const handOver = (command, args, { cwd, env }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
    const passed = new Set()
    const pass = (signal) => {
      if (passed.has(signal) || (signal === 'SIGINT' && process.stdin.isTTY)) return
      passed.add(signal)
      child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const watching = env.npm_lifecycle_event === undefined ? undefined : whenOrphaned(() => pass('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearInterval(watching)
      for (const name of signals) process.removeListener(name, pass)
      resolve(code ?? 128 + os.constants.signals[signal])
    })
  })

// npm stops the shell it started us by, and the shell does not pass that on: without this, a stopped `npm start` would run on unseen.
function whenOrphaned(stop) {
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) stop()
  }, LOOK_MS)
}
