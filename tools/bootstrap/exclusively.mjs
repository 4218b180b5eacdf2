import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Does work while no other process does the same. Waits for the other; the lock of one that is gone is taken over. */
export async function exclusively(lockFolder, work, onWait = () => {}) {
  mkdirSync(path.dirname(lockFolder), { recursive: true })
  for (let said = false; ;) {
    try {
      mkdirSync(lockFolder)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const holder = holderOf(lockFolder)
      if (holder !== undefined && !isAlive(holder)) rmSync(lockFolder, { recursive: true, force: true })
      else {
        if (!said) onWait(holder)
        said = true
        await wait(500)
      }
    }
  }
  writeFileSync(path.join(lockFolder, 'pid'), String(process.pid))
  try {
    return await work()
  } finally {
    rmSync(lockFolder, { recursive: true, force: true })
  }
}

function holderOf(lockFolder) {
  try {
    const pid = Number(readFileSync(path.join(lockFolder, 'pid'), 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined // between the making of the folder and the writing of the pid: ask again
  }
}
