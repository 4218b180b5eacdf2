'use strict'
// `caseclock up --demo` once, until it is ready.
const { spawn } = require('node:child_process')
const { once } = require('node:events')
const path = require('node:path')

const PROGRAM = (exports.PROGRAM = path.join(__dirname, '..', 'bin', 'caseclock.js'))

/** Starts the program, waits for "ready", looks, and stops it. `saidAt`: its own seconds by the words it said. */
exports.upOnce = async function upOnce(args, look) {
  const child = spawn(process.execPath, [PROGRAM, 'up', '--demo', ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  const saidAt = new Map()
  await new Promise((resolve, reject) => {
    let rest = ''
    child.stderr.on('data', (chunk) => {
      rest += chunk
      const lines = rest.split('\n')
      rest = lines.pop()
      for (const said of lines) {
        const [, at, words] = /^\s*([\d.]+)s\s+(.*)$/.exec(said) ?? []
        if (words !== undefined) saidAt.set(words, Number(at))
        if (words === 'ready') resolve()
      }
    })
    child.once('exit', (code) => reject(new Error(`it ended with code ${code} before it was ready`)))
  })
  try {
    return { saidAt, seen: await look?.(child.pid) }
  } finally {
    child.kill('SIGTERM') // also when looking failed: a program left running would keep the measurement from ending
    await ended
  }
}
