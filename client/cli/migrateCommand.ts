import { openDatabase } from '../../prisma/database'
import { migrate } from '../../prisma/migrate'
import { makeAuthority, setEmergencyLine } from '../up/makeAuthority'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

const NO_EMERGENCY_CHANNEL =
  'Caseclock is no emergency channel. If a child is at immediate risk, ring the team or the emergency duty team.'

/**
 * `caseclock migrate`: brings the database of DATABASE_URL to this version and makes its authority. EMERGENCY_LINE, where it is set, is what every alert
 * says from then on; otherwise a second time changes nothing.
 */
export async function runMigrate(io: Io): Promise<ExitCode> {
  const { DATABASE_URL: url, AUTHORITY_NAME, MAIL_DOMAIN, EMERGENCY_LINE } = process.env
  if (url === undefined) throw new CommandFailed(EXIT.usage, 'DATABASE_URL is not set. See .env.example.')
  // A compose file hands over an empty one where none is set.
  const line = EMERGENCY_LINE?.trim() === '' ? undefined : EMERGENCY_LINE
  const applied = await migrate(url)
  const db = openDatabase(url, 1)
  try {
    await makeAuthority(db, {
      name: AUTHORITY_NAME ?? 'Authority',
      demo: false,
      mailDomain: MAIL_DOMAIN ?? 'caseclock.example',
      emergencyLine: line ?? NO_EMERGENCY_CHANNEL,
    })
    io.out(applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}\n`)
    if (line !== undefined && (await setEmergencyLine(db, line))) io.out(`Every alert now says: ${line}\n`)
  } finally {
    await db.$disconnect()
  }
  return EXIT.done
}
