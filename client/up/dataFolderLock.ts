import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Whether a process runs. One that has been killed and not yet been taken note of by its parent does not. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isZombie(pid: number): boolean {
  const file = `/proc/${String(pid)}/stat`
  if (!existsSync(file)) return false // not Linux: the signal is all there is to ask
  try {
    return readFileSync(file, 'utf8').split(') ').at(-1)?.startsWith('Z') === true
  } catch {
    return true // it ended between the two questions
  }
}

/**
 * One running Caseclock per data folder: the servers do not lock their own files. Returns what releases it.
 * Throws with the other's process id when one is running; a lock of a process that is gone is taken over.
 */
export function lockDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'running.pid')
  for (let attempt = 0; ; attempt += 1) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return () => {
        rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const pid = Number(readFileSync(file, 'utf8'))
      if (attempt > 2 || (Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid))) {
        throw new Error(
          `Caseclock is already running on ${folder} (process ${String(pid)}). Use that one, stop it with Ctrl-C, or start a second one with --data OTHER-FOLDER.`,
        )
      }
      rmSync(file, { force: true })
    }
  }
}
