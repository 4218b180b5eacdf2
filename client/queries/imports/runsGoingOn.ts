import { RUNNING } from '../../../activities/import/run/importRun'
import type { Database } from '../../../prisma/database'

/** Where the files lie of the run that is not over yet: the folder of an extract, the file of a census. At most one, by name of the run. */
export const runsGoingOn = (db: Database): Promise<{ id: string; folder: string }[]> =>
  db.$queryRaw<
    { id: string; folder: string }[]
  >`select id::text, folder from import_run where state = any(${[...RUNNING]}::text[])`
