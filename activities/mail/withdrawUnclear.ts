import type { LocalDate } from '@js-joda/core'
import { mayAct, type Reach } from '../../domain/access/mayAct'
import { coveredBy } from '../../domain/access/standIn'
import { knownOn } from '../../domain/chronology/knownOn'
import type { Transaction } from '../../prisma/database'
import { holdersOf } from '../people/holdersOf'
import { knownPeople, parentsOf } from '../people/knownPeople'
import { receivingTeam } from '../people/receivingTeam'
import { loadPeople, type Everybody } from '../people/loadPeople'
import { loadFacts } from '../planning/loadFacts'
import { withdrawNotices } from '../planning/writeNotices'

interface Unclear {
  readonly messageId: string
  readonly recipientId: string
  /** Cases that could not be planned: nobody has looked whether their notices still stand. */
  readonly caseIds: readonly string[]
  readonly day: LocalDate
  readonly now: number
}

interface Row {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
}

/**
 * Takes back what a digest says of cases that could not be planned, where its reader has left or may no longer act on the case: as far as
 * that can be known without a plan. A plan does the same, and more, for every other case. The caller has locked the message.
 */
export async function withdrawUnclear(tx: Transaction, about: Unclear): Promise<void> {
  const { messageId, recipientId, caseIds, day, now } = about
  if (caseIds.length === 0) return
  const everybody = await loadPeople(tx, day.toString())
  const rows = await tx.$queryRaw<Row[]>`
    select id, ref, team_id, live_since::text from case_file where id = any(${[...caseIds]}::uuid[]) order by id`
  const parents = parentsOf(everybody)
  for (const row of rows) {
    const known = knownPeople(everybody, day, row.id)
    const reader = known.find(({ id }) => id === recipientId)
    const around = reader?.active === true ? await knownAround(tx, row, { day, everybody }) : NOBODY
    if (reader !== undefined && mayAct(reader, { teamId: row.team_id, parents, ...around }, coveredBy(reader, known)))
      continue
    const notices = await tx.$queryRaw<{ id: string }[]>`
      select id from notice where message_id = ${messageId}::uuid and case_id = ${row.id}::uuid and withdrawn_at is null order by id for update`
    const ids = notices.map(({ id }) => id)
    await withdrawNotices(tx, ids, 'its reader may no longer act on this case', new Date(now).toISOString())
  }
}

type AroundFacts = Pick<Reach, 'holders' | 'receivingTeamId'>

const NOBODY: AroundFacts = { holders: new Set() }

/** Who holds the case and to whom it is being handed; nobody where its facts cannot be read, which is why it was not planned: a person sees that on the case. */
async function knownAround(
  tx: Transaction,
  row: Row,
  { day, everybody }: { readonly day: LocalDate; readonly everybody: Everybody },
): Promise<AroundFacts> {
  const facts = await loadFacts(tx, row)
  try {
    const known = knownOn(facts, day)
    const { allocatedWorker, chair } = holdersOf(known, day)
    return {
      holders: new Set([...allocatedWorker, ...chair]),
      receivingTeamId: receivingTeam(known, everybody.teams),
    }
  } catch {
    return NOBODY
  }
}
