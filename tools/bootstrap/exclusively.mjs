import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const BEAT_MS = 5_000
/** A lock whose holder has not been heard of for so long is nobody's, though its process id may have been given to another program. */
const SILENT_MS = 120_000
const ASK_AGAIN_MS = 250
const SAY_AGAIN_MS = 10_000

/**
 * Does work while no other process does the same, and waits for one that does. The lock of a process that is gone is taken over.
 * The lock is a file that appears with its holder's process id already in it, so there is no moment at which it is nobody's.
 */
export async function exclusively(lockFile, work, onWait = () => {}) {
  mkdirSync(path.dirname(lockFile), { recursive: true })
  const ours = `${process.pid} ${randomUUID()}`
  await take(lockFile, ours, onWait)
  const beating = setInterval(() => beat(lockFile), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beating)
    if (read(lockFile) === ours) rmSync(lockFile, { force: true })
  }
}

async function take(lockFile, ours, onWait) {
  const draft = `${lockFile}.${ours.replace(' ', '-')}`
  writeFileSync(draft, ours)
  try {
    for (let spokeAt = -Infinity; ;) {
      if (linked(draft, lockFile)) return
      const theirs = read(lockFile)
      if (theirs === undefined) continue
      if (isGone(lockFile, theirs)) {
        clear(lockFile, theirs)
        continue
      }
      if (Date.now() - spokeAt >= SAY_AGAIN_MS) {
        onWait(holder(theirs))
        spokeAt = Date.now()
      }
      await wait(ASK_AGAIN_MS)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

const holder = (text) => Number(text.split(' ')[0])

function linked(draft, lockFile) {
  try {
    linkSync(draft, lockFile)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function read(lockFile) {
  try {
    return readFileSync(lockFile, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function isGone(lockFile, theirs) {
  const age = statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs
  return !isAlive(holder(theirs)) || (age !== undefined && Date.now() - age > SILENT_MS)
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Clears away a lock judged to be nobody's. Another may have done so already and hold it by now: then it is put back. */
function clear(lockFile, theirs) {
  const aside = `${lockFile}.cleared-${process.pid}-${randomUUID()}`
  try {
    renameSync(lockFile, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (read(aside) !== theirs) linked(aside, lockFile)
  rmSync(aside, { force: true })
}

function beat(lockFile) {
  try {
    utimesSync(lockFile, new Date(), new Date())
  } catch {
    // cleared away after a long pause: the work itself is safe to do twice
  }
}
