import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Starts a demo in a folder of its own, as `npm start` does, and waits for its `ready`. Answers the address of its pages and how to end it. */
export async function startDemo(root, { limitMs = 600_000 } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-screenshots-'))
  chmodSync(folder, 0o755) // as root, Postgres runs as another user
  const program = path.join(root, 'bin', 'caseclock.js')
  const child = spawn(process.execPath, [program, 'up', '--demo', '--data', path.join(folder, 'data')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const stop = async () => {
    child.kill('SIGTERM')
    await closed
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const said = await untilReady(child, closed, limitMs)
    const base = /^Pages\s+(http:\/\/\S+?)\/?\s*$/m.exec(said)?.[1]
    if (base === undefined) throw new Error(`The demo printed no line "Pages  http://…":\n${said}`)
    return { base, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function untilReady(child, closed, limitMs) {
  let said = ''
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The demo was not ready after ${limitMs / 1000} s:\n${said}`)),
      limitMs,
    )
    const ended = () => {
      clearTimeout(late)
      reject(new Error(`The demo ended before it was ready:\n${said}`))
    }
    child.stdout.on('data', (chunk) => {
      said += chunk.toString()
      if (!/^ready$/m.test(said)) return
      clearTimeout(late)
      resolve(said)
    })
    closed.then(ended, ended)
  })
}
