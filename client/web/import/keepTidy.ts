import type { Database } from '../../../prisma/database'
import { tidyUploads } from './tidyUploads'

const EVERY_MS = 60 * 60_000

interface KeepTidy {
  readonly db: Database
  readonly uploads: string | undefined
  readonly log: (line: string) => void
}

/**
 * Looks at the folder of uploads now, and again every hour, for what no import needs any more: a server that was killed while one came in, a worker that may not remove what it
 * has read. Answers how to stop; that resolves when a look that has begun is over.
 */
export function keepTidy({ db, uploads, log }: KeepTidy): () => Promise<void> {
  if (uploads === undefined) return () => Promise.resolve()
  const look = (): Promise<void> =>
    tidyUploads(db, uploads).catch((error: unknown) => {
      log(`uploads: ${error instanceof Error ? error.name : 'unknown error'}; looked at again in an hour`)
    })
  let looking = look()
  const timer = setInterval(() => {
    looking = look()
  }, EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return looking
  }
}
