import { rm } from 'node:fs/promises'
import path from 'node:path'
import { hasCode } from '../../hasCode'
import type { ImportRun } from './importRun'

/** The name that a page gives to the folder of an upload: an id, as no folder of a council is called. */
const UPLOAD = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Removes the files of a run that is over, where they were uploaded for it: they hold whole families. An extract in a folder of the council's own is never touched. Who may
 * not write here (the folder is the pages’ own) leaves it to the pages, which look every hour; anything else that fails is tried again.
 */
export async function dropUpload({ source, folder, options }: ImportRun): Promise<void> {
  if (options.uploaded !== true) return
  const own = source === 'ssd' ? folder : path.dirname(folder)
  if (UPLOAD.test(path.basename(own))) await remove(own)
}

async function remove(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true })
  } catch (error) {
    if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS')) throw error
  }
}
