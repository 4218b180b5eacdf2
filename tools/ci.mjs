// What a change has to pass: the README's test command, then `npm start` in a fresh data folder, killed and started again. Ends with the plain line.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-ci-'))
chmodSync(folder, 0o755)
const results = path.join(folder, 'jest.json')
let passed = 0
let failed = 0

const check = (what, good) => {
  process.stdout.write(`${good ? 'ok' : 'NOT OK'}  ${what}\n`)
  if (good) passed += 1
  else failed += 1
}

const finish = (child) => new Promise((resolve) => child.once('close', resolve))

/** Starts Caseclock and answers what it printed when it was ready, or ended, or ten minutes had passed. */
async function start(args) {
  const child = spawn('npm', ['start', '--', '--data', path.join(folder, 'data'), ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const from = Date.now()
  let said = ''
  const ready = await new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), 600_000)
    child.stdout.on('data', (chunk) => {
      said += chunk.toString()
      if (/^ready/m.test(said)) {
        clearTimeout(late)
        resolve(true)
      }
    })
    child.once('close', () => {
      clearTimeout(late)
      resolve(false)
    })
  })
  return { child, said, ready, seconds: ((Date.now() - from) / 1000).toFixed(1) }
}

/** Kills all that `npm start` began in its process group, as a power cut would, and waits until the system has forgotten them. */
async function kill({ child }) {
  signalGroup(child, 'SIGKILL')
  for (let tries = 0; signalGroup(child, 0) && tries < 200; tries += 1) await wait(50)
}

/** Signals the group this script started, nothing else. Answers whether there still is one. */
function signalGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal)
    return true
  } catch {
    return false
  }
}

/** Stops it as a service manager does. Answers whether all of it had ended within half a minute; what had not is killed. */
const stop = async (started) => {
  const { child } = started
  if (child.exitCode !== null || child.signalCode !== null) return false
  const closed = finish(child).then(() => true)
  child.kill('SIGTERM')
  const ended = await Promise.race([closed, wait(30_000, false, { ref: false })])
  if (!ended) await kill(started)
  return ended
}

async function main() {
  const tests = spawn('npm', ['test', '--', '--json', `--outputFile=${results}`], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await finish(tests)
  let counted = { numPassedTests: 0, numFailedTests: 0 }
  try {
    counted = JSON.parse(readFileSync(results, 'utf8'))
  } catch {
    check('the tests ran to their end', false)
  }
  passed += counted.numPassedTests
  failed += counted.numFailedTests
  check('npm test', code === 0)

  const first = await start([])
  check(`npm start is ready in a fresh data folder (${first.seconds} s)`, first.ready)
  check('it prints its addresses', /Inbox +http:\/\/127\.0\.0\.1:\d+/.test(first.said) && /Temporal +/.test(first.said))
  check(
    'it prints the caseload by team',
    /Team +Open +Due this week +Late +Escalated/.test(first.said) && /^All +\d+/m.test(first.said),
  )
  await kill(first)
  const again = await start([])
  check(`killed and started again, it is ready (${again.seconds} s)`, again.ready)
  check('it has the same cases', /^All +(\d+)/m.exec(again.said)?.[1] === /^All +(\d+)/m.exec(first.said)?.[1])
  const stopped = await stop(again)
  const left = ['running.pid', 'postgres/postmaster.pid', 'temporal/server.pid'].filter((name) =>
    existsSync(path.join(folder, 'data', name)),
  )
  check(
    `stopped, it leaves nothing running (${left.join(', ') || 'no process file left'})`,
    stopped && left.length === 0,
  )
}

main()
  .catch((error) => {
    process.stdout.write(`${error.stack}\n`)
    failed += 1
  })
  .finally(() => {
    rmSync(folder, { recursive: true, force: true })
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1
  })
