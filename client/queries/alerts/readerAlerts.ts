import { alerts, type Alert, type AlertsWanted } from '../../../activities/escalation/alerts'
import { oldestFirst } from '../../../activities/escalation/oldestFirst'
import { isPoliceRule } from '../../../domain/access/policeTrack'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { permissionsOf, type Reader } from '../reading/loadReader'
import { policeCases, readableCases } from '../reading/readableCases'
import { rulesNow } from '../web/rulesNow'

/** The alerts a reader may see, oldest first: of the cases they may read, and for police those of the safety plans and cautions they follow. Of every list and figure of a page. */
export async function readerAlerts(
  db: Database,
  reader: Reader,
  { where = Prisma.sql`true`, ...wanted }: AlertsWanted,
): Promise<readonly Alert[]> {
  const { policy, version } = await rulesNow(db, reader.day)
  const rules = { policy, version, today: reader.day }
  const readable = readableCases(reader)
  const whole = await alerts(db, { ...wanted, where: Prisma.sql`${where} and ${readable}` }, rules)
  if (!permissionsOf(reader).has('follow-police-track')) return whole
  const track = Prisma.sql`${where} and ${policeCases(reader)} and not (${readable})`
  const theirs = (await alerts(db, { ...wanted, where: track }, rules)).filter(({ rule }) => isPoliceRule(rule))
  return [...whole, ...theirs].sort(oldestFirst).slice(0, wanted.most)
}
