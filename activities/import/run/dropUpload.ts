import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { ImportRun } from './importRun'

/** The name that a page gives to the folder of an upload: an id, as no folder of a council is called. */
const UPLOAD = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Removes the files of a run that is over, where they were uploaded for it: they hold whole families. An extract in a folder of the council's own is never touched. Whoever may
 * not remove them here leaves it to the pages, which look every hour.
 */
export async function dropUpload({ source, folder, options }: ImportRun): Promise<void> {
  if (options.uploaded !== true) return
  const own = source === 'ssd' ? folder : path.dirname(folder)
  if (UPLOAD.test(path.basename(own))) await rm(own, { recursive: true, force: true }).catch(() => undefined)
}
