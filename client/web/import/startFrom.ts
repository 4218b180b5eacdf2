import { ExtractRefused } from '../../../activities/import/finding'
import { SSD_TABLE_NAMES } from '../../../activities/import/ssdTables'
import { NotAllowed } from '../../commands/notAllowed'
import { startImport } from '../../commands/startImport'
import type { Asked } from '../app/page'
import { pageWords } from '../app/pageWords'

export interface From {
  readonly source: 'ssd' | 'census'
  readonly from: string
  /** Where it lies, as people call it: no path of the server is shown. */
  readonly called: string
  readonly older: boolean
  readonly fewer: boolean
  /** The files lie there for this import only. */
  readonly uploaded: boolean
}

export type Started = { readonly runId: string } | { readonly problem: string; readonly status: number }

/** Begins an import that waits for a person after its preview. What keeps it from beginning is answered in words. */
export async function startFrom(
  { db, processes, reader }: Pick<Asked, 'db' | 'processes' | 'reader'>,
  { source, from, called, older, fewer, uploaded }: From,
): Promise<Started> {
  try {
    const acceptFewer = fewer ? SSD_TABLE_NAMES : []
    const options = { source, folder: from, older, acceptFewer, wait: true, uploaded, actorId: reader.id }
    return { runId: await startImport({ db, processes }, options) }
  } catch (error) {
    if (error instanceof NotAllowed) return { problem: error.message, status: 403 }
    if (error instanceof ExtractRefused)
      return { problem: pageWords(error.message.replaceAll(from, called)), status: 422 }
    throw error
  }
}
