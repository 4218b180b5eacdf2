import { knownOn } from '../../../domain/chronology/knownOn'
import { isoDay } from '../../../domain/calendar/isoDay'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { holdersOf } from '../../../activities/people/holdersOf'
import { timeline } from '../../../domain/timeline/timeline'
import type { Database } from '../../../prisma/database'
import type {
  Attendee,
  CaseNotDiscussed,
  DiscussedCase,
  MinutedAction,
  MinutesView,
  Presence,
} from '../../papers/minutesView'
import { namesOf } from './caseRecord'
import {
  casesOnPaper,
  paperGround,
  roleWords,
  timeOf,
  type CaseOnPaper,
  type NoPaper,
  type PaperGround,
} from './paperCommon'
import { reasonsFor } from './web/reasonsFor'

/** The minutes of a session for one reader. A session that was not held has none. */
export async function minutesOf(db: Database, sessionId: string, readerId: string): Promise<MinutesView | NoPaper> {
  const ground = await paperGround(db, sessionId, readerId)
  if ('refused' in ground) return ground
  if (ground.state === 'cancelled' || ground.state === 'not-held')
    return { refused: 'bad-data', todo: 'This session was not held: it has no minutes.' }
  if (ground.on.isAfter(ground.today))
    return { refused: 'bad-data', todo: 'This session has not been yet: it has no minutes.' }
  const cases: MinutesView['cases'][number][] = []
  for (const one of await casesOnPaper(db, ground))
    cases.push(
      one === null
        ? { state: 'restricted' }
        : one.discussed === false
          ? { state: 'not-discussed', ref: one.ref, reason: one.whyNot }
          : whenSaid(one, ground, await discussed(db, one, ground)),
    )
  return { ...ground, attendance: await attendance(db, ground), cases }
}

/** Of a session that was recorded, a case about which nobody has said whether it was discussed, and nothing was written down. */
const whenSaid = (one: CaseOnPaper, { state }: PaperGround, found: DiscussedCase): DiscussedCase | CaseNotDiscussed =>
  state === 'held' && one.discussed === null && found.lines.length + found.actions.length === 0
    ? { state: 'not-discussed', ref: one.ref, reason: 'It is not recorded yet whether it was discussed' }
    : found

async function discussed(db: Database, one: CaseOnPaper, ground: PaperGround): Promise<DiscussedCase> {
  const lines = await db.$queryRaw<{ prompt: string; at: Date; writer: string; text: string }[]>`
    select m.prompt, m.at, p.name as writer, m.text from minute m join person p on p.id = m.written_by
    where m.session_id = ${ground.sessionId}::uuid and m.case_id = ${one.id}::uuid order by m.number`
  const facts = knownOn(
    await loadFacts(db, { id: one.id, ref: one.ref, team_id: one.teamId, live_since: one.liveSince }),
    ground.recordDay,
  )
  const [holder] = holdersOf(facts, ground.recordDay).allocatedWorker
  const { policy, calendar } = await rulesInForce()(db, ground.recordDay)
  const { obligations } = timeline(facts, policy, calendar)
  const agreed = facts.events.flatMap((event) =>
    event.kind === 'action-agreed' && event.data.meeting === ground.sessionId ? [event] : [],
  )
  const names = await namesOf(db, [...agreed.map(({ data }) => data.owner), ...(holder === undefined ? [] : [holder])])
  const actions = agreed.map(({ id, data }): MinutedAction => {
    const due = obligations.find(({ rule, trigger }) => rule === 'action' && trigger === id)
    const done = due !== undefined && due.end.outcome === 'met' ? due.end.on : null
    return {
      action: data.action,
      owner: names.get(data.owner) ?? data.owner,
      by: due?.dueOn ?? isoDay(data.by),
      doneOn: done,
    }
  })
  return {
    ...{
      state: 'discussed',
      ref: one.ref,
      children: one.children,
      worker: holder === undefined ? null : (names.get(holder) ?? null),
    },
    lines: lines.map(({ prompt, at, writer, text }) => ({ prompt, at: timeOf(at.getTime()), writer, text })),
    actions,
  }
}

interface Row {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly attended: boolean | null
  readonly approved: boolean | null
  readonly reason: string | null
  readonly cover: string | null
}

async function attendance(db: Database, { sessionId, reader, access }: PaperGround): Promise<readonly Attendee[]> {
  const rows = await db.$queryRaw<Row[]>`
    select p.id::text, p.name, a.role, a.attended, a.approved, a.exception_reason as reason, c.name as cover from attendance a join person p on p.id = a.person_id
      left join person c on c.id = a.cover_id where a.session_id = ${sessionId}::uuid and a.uninvited_on is null order by a.role <> 'chair', p.name`
  const shown = reasonsFor(reader.id, access)
  return rows.map((row) => ({ name: row.name, role: roleWords(row.role), was: presenceOf(row, shown(row.id)) }))
}

function presenceOf({ attended, approved, reason, cover }: Row, isShown: boolean): Presence {
  if (attended === true) return { state: 'present' }
  if (approved === true) return { state: 'excused', reason: isShown ? reason : null, cover }
  return { state: attended === null ? 'not-recorded' : 'absent' }
}
