import { openDatabase } from '../../prisma/database'
import { migrate } from '../../prisma/migrate'
import { makeAuthority } from '../up/makeAuthority'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'

/** `caseclock migrate`: brings the database of DATABASE_URL to this version and makes its authority. A second time changes nothing. */
export async function runMigrate(io: Io): Promise<ExitCode> {
  const { DATABASE_URL: url, AUTHORITY_NAME, MAIL_DOMAIN, EMERGENCY_LINE } = process.env
  if (url === undefined) throw new CommandFailed(EXIT.usage, 'DATABASE_URL is not set. See .env.example.')
  const applied = await migrate(url)
  const db = openDatabase(url, 1)
  await makeAuthority(db, {
    name: AUTHORITY_NAME ?? 'Authority',
    demo: false,
    mailDomain: MAIL_DOMAIN ?? 'caseclock.example',
    emergencyLine:
      EMERGENCY_LINE ??
      'Caseclock is no emergency channel. If a child is at immediate risk, ring the team or the emergency duty team.',
  })
  await db.$disconnect()
  io.out(applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}\n`)
  return EXIT.done
}
