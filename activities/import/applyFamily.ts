import type { Transaction } from '../../prisma/database'
import { appendEvents } from '../chronology/appendEvents'
import { readClock } from '../clock'
import type { ImportedFamily } from './imported'

interface Run {
  readonly asAt: string
  readonly commandId: string
}

/** Writes one family: its case, its children, and every event that is not there yet. Answers how many were new; none means that nothing changed. */
export async function applyFamily(tx: Transaction, family: ImportedFamily, { asAt, commandId }: Run): Promise<number> {
  await tx.$executeRaw`
    insert into case_file (id, ref, source_id, team_id, open, live_since, facts_version, planned_version, rules_version)
    values (${family.id}::uuid, ${family.ref}, ${family.sourceId}, ${family.teamId}::uuid, ${family.open}, ${asAt}::date, 0, 0, '')
    on conflict (id) do nothing`
  const [row] = await tx.$queryRaw<{ facts_version: number; team_id: string | null; open: boolean }[]>`
    select facts_version, team_id, open from case_file where id = ${family.id}::uuid for update`
  const version = (row?.facts_version ?? 0) + 1
  const children = family.children.map((child) => ({
    id: child.id,
    case_id: family.id,
    source_id: child.sourceId,
    forename: child.forename,
    surname: child.surname,
    born_on: child.bornOn,
    expected_on: child.expectedOn,
  }))
  const changedChildren = await tx.$executeRaw`
    insert into child select * from json_populate_recordset(null::child, ${JSON.stringify(children)}::json)
    on conflict (id) do update set forename = excluded.forename, surname = excluded.surname, born_on = excluded.born_on, expected_on = excluded.expected_on
    where (child.forename, child.surname, child.born_on, child.expected_on)
      is distinct from (excluded.forename, excluded.surname, excluded.born_on, excluded.expected_on)`
  const { now } = await readClock(tx)
  const added = await appendEvents(tx, {
    caseId: family.id,
    factsVersion: version,
    commandId,
    actorId: null,
    now,
    events: family.events.map((event) => ({ ...event, supersedes: null, void: false })),
  })
  const moved = row?.team_id !== family.teamId || row.open !== family.open
  if (added + changedChildren > 0 || moved) {
    await tx.$executeRaw`
      update case_file set facts_version = ${version}, team_id = ${family.teamId}::uuid, open = ${family.open} where id = ${family.id}::uuid`
  }
  return added + changedChildren
}
