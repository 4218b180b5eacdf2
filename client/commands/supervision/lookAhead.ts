import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { rolledBack } from '../../../activities/import/run/rolledBack'
import { planTeamYear } from '../../../activities/supervision/planTeamYear'
import { readClock } from '../../../activities/clock'
import type { Database, Transaction } from '../../../prisma/database'
import { changesSince, type ChangeLine, type GapLine } from '../../queries/supervision/diary'
import type { Answered } from './acting'

/** What a change of a year would do: which cases move, what cannot be placed, how many people are told. */
export interface YearChanges {
  readonly changes: readonly ChangeLine[]
  readonly gaps: readonly GapLine[]
  /** People invited to a session that it changes; to one that is called off, those whose invitation has left. */
  readonly told: number
}

/** Does a change and plans the year, in a transaction that is taken back: what it would do is known, and nothing is written. A refusal is answered as it is. */
export async function lookAhead(
  db: Database,
  teamId: string,
  work: (tx: Transaction) => Promise<Answered>,
): Promise<YearChanges | Extract<Answered, { refused: string }>> {
  let found: YearChanges | Extract<Answered, { refused: string }> = { changes: [], gaps: [], told: 0 }
  await rolledBack(db, async (tx) => {
    const { now } = await readClock(tx)
    const before = await revisions(tx, teamId)
    const answer = await work(tx)
    if ('refused' in answer) {
      found = answer
      return
    }
    await planTeamYear(tx, rulesInForce(), teamId)
    await tx.$executeRaw`set constraints all immediate`
    const after = await revisions(tx, teamId)
    // A session that was not there is one too: people are invited to it.
    const changed = [...after].filter(([id, revision]) => before.get(id) !== revision).map(([id]) => id)
    const [told] = await tx.$queryRaw<{ count: number }[]>`
      select count(distinct a.person_id)::int as count from attendance a join session s on s.id = a.session_id
      where s.id = any(${changed}::uuid[]) and a.uninvited_on is null and (s.state = 'planned' or exists (
        select from supervision_notice n join message m on m.id = n.message_id where n.session_id = s.id and n.recipient_id = a.person_id
          and n.lane = 'invitation' and m.state not in ('created', 'unsent', 'withdrawn')))`
    const gaps = await tx.$queryRaw<GapLine[]>`
      select c.ref, g.month, g.why from supervision_gap g join case_file c on c.id = g.case_id
      where g.team_id = ${teamId}::uuid and g.closed_at is null and g.raised_at >= ${new Date(now).toISOString()}::timestamptz order by g.month, c.ref`
    found = { changes: await changesSince(tx, { teamId, since: now }), gaps, told: told?.count ?? 0 }
  })
  return found
}

async function revisions(tx: Transaction, teamId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; revision: number }[]>`
    select id::text, revision from session where team_id = ${teamId}::uuid`
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}
