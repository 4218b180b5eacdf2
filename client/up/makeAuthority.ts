import type { Database } from '../../prisma/database'
import { inTransaction } from '../../prisma/inTransaction'
import { stableId } from '../../activities/import/stableId'

export interface AuthoritySettings {
  readonly name: string
  readonly demo: boolean
  readonly mailDomain: string
  readonly emergencyLine: string
}

/** Of the pages' header, until the council has said another: a dark blue, 11 to 1 with white. */
const COLOUR = '#1d3d5c'

/** Makes the authority of a new database, and its administrator, whom nobody's notices reach last. A second time changes nothing. */
export const makeAuthority = (
  db: Database,
  { name, demo, mailDomain, emergencyLine }: AuthoritySettings,
): Promise<void> =>
  inTransaction(db, async (tx) => {
    await tx.$executeRaw`
      insert into authority (id, name, demo, scale, offset_ms, mail_domain, emergency_line, sending_held, colour)
      values (1, ${name}, ${demo}, 1, 0, ${mailDomain}, ${emergencyLine}, false, ${COLOUR}) on conflict (id) do nothing`
    const id = stableId('person', 'administrator')
    await tx.$executeRaw`
      insert into person (id, source_id, name, job_title, email) values (${id}::uuid, 'administrator', 'Administrator', 'Administrator', ${`administrator@${mailDomain}`})
      on conflict (id) do nothing`
    await tx.$executeRaw`
      insert into role_grant (id, person_id, role, from_on, source) values (${stableId('grant', id, 'administrator')}::uuid, ${id}::uuid, 'administrator', '1900-01-01', 'authority')
      on conflict (id) do nothing`
  })

/** Sets whom every alert says to ring. Answers whether it is another sentence now. */
export const setEmergencyLine = async (db: Database, line: string): Promise<boolean> =>
  (await db.$executeRaw`update authority set emergency_line = ${line} where id = 1 and emergency_line <> ${line}`) > 0
