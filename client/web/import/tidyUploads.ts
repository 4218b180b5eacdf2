import { lstat, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { hasCode } from '../../../activities/hasCode'
import { realNow } from '../../../activities/realNow'
import type { Database } from '../../../prisma/database'
import { runsGoingOn } from '../../queries/imports/runsGoingOn'

/** Longer than an upload can take. */
const FORGOTTEN_MS = 60 * 60_000

/**
 * Removes uploads that no import needs any more: what broke off when a server was killed, and the files of runs that are over. They hold whole families, and are kept no
 * longer than an import takes. One that may still be coming in is left alone for an hour.
 */
export async function tidyUploads(db: Database, uploads: string): Promise<void> {
  const needed = (await runsGoingOn(db)).map((run) => run.folder)
  const entries = (await orNone(readdir(uploads))) ?? []
  for (const name of entries) {
    const folder = path.join(uploads, name)
    if (needed.some((one) => one === folder || path.dirname(one) === folder)) continue
    const about = await orNone(lstat(folder))
    if (about !== undefined && realNow() - about.mtimeMs > FORGOTTEN_MS)
      await rm(folder, { recursive: true, force: true })
  }
}

/** What is not there, or not any more, is no failure: nobody has uploaded anything, or the import has removed it meanwhile. */
async function orNone<T>(looked: Promise<T>): Promise<T | undefined> {
  try {
    return await looked
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
