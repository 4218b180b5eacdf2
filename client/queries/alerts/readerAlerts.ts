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
  { where = Prisma.sql`true`, offset = 0, most, ...wanted }: AlertsWanted,
): Promise<readonly Alert[]> {
  const { policy, version } = await rulesNow(db, reader.day)
  const rules = { policy, version, today: reader.day }
  const part = { offset, most }
  const readable = readableCases(reader)
  const ofCases = { ...wanted, where: Prisma.sql`${where} and ${readable}` }
  if (!permissionsOf(reader).has('follow-police-track')) return alerts(db, { ...ofCases, ...part }, rules)
  const whole = await alerts(db, ofCases, rules)
  const track = Prisma.sql`${where} and ${policeCases(reader)} and not (${readable})`
  const theirs = (await alerts(db, { ...wanted, where: track }, rules)).filter(({ rule }) => isPoliceRule(rule))
  return partOf([...whole, ...theirs].sort(oldestFirst), part)
}

/** A list from one line on, so many of it; to its end where nobody says how many. */
export const partOf = <Row>(
  all: readonly Row[],
  { offset, most }: { readonly offset: number; readonly most?: number | undefined },
): readonly Row[] => all.slice(offset, most === undefined ? undefined : offset + most)
