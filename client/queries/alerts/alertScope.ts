import { receives } from '../../../domain/access/candidates'
import { mayAnswer, type Scope } from '../../../domain/access/mayAct'
import { receivingTeam } from '../../../activities/people/receivingTeam'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Database } from '../../../prisma/database'
import { isId } from '../../commands/isId'
import type { Reader } from '../reading/loadReader'
import { openTo, policeCases, readableCases } from '../reading/readableCases'

interface Row {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
  readonly rule: string
  readonly whole: boolean
  readonly police: boolean
  readonly open: boolean
}

/** How much of the case of an alert this reader may see, where it takes in the alert; undefined: there is none for them. As `mayAnswer` says of a scope. */
export async function alertScope(
  db: Database,
  reader: Reader,
  id: string,
): Promise<{ readonly scope: Scope; readonly caseId: string } | undefined> {
  if (!isId(id)) return undefined
  const [row] = await db.$queryRaw<Row[]>`
    select c.id::text, c.ref, c.team_id::text, c.live_since::text, o.rule, ${readableCases(reader)} as whole, ${policeCases(reader)} as police, ${openTo(reader)} as open
    from escalation e join case_file c on c.id = e.case_id join obligation o on o.id = e.obligation_id where e.id = ${id}::uuid`
  if (row === undefined) return undefined
  const scope = row.whole
    ? 'everything'
    : row.police && mayAnswer('police-track', row.rule)
      ? 'police-track'
      : row.open && mayAnswer('handover', row.rule) && (await isHandedTo(db, reader, row))
        ? 'handover'
        : undefined
  return scope === undefined ? undefined : { scope, caseId: row.id }
}

async function isHandedTo(db: Database, reader: Reader, row: Row): Promise<boolean> {
  const teams = await db.$queryRaw<{ id: string; source_id: string; name: string; parent_id: string | null }[]>`
    select id::text, source_id, name, parent_id::text from team`
  const to = receivingTeam(knownOn(await loadFacts(db, row), reader.day), teams)
  return [reader, ...reader.covers].some((one) => receives(one, { receivingTeamId: to }))
}
