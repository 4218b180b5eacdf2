import { readClock } from '../../../activities/clock'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { knownOn } from '../../../domain/chronology/knownOn'
import { FOLLOW_UP_QUESTIONS, preAnswered, type PreAnswer } from '../../../domain/followup/preAnswered'
import { whyNotAsked } from '../../../domain/followup/whyNotAsked'
import { foldCase } from '../../../domain/timeline/timeline'
import type { Database } from '../../../prisma/database'
import { isId } from '../../commands/isId'
import { followUpList, type FollowUpLine } from './followUpList'

/** One follow-up with its questions, what the record answers, who was asked, and what was answered. */
export interface FollowUpPage extends FollowUpLine {
  readonly questions: readonly {
    readonly id: string
    readonly words: string
    readonly fromTheRecord: PreAnswer | null
  }[]
  readonly asked: readonly { readonly person: string; readonly role: string; readonly on: string }[]
  /** What was recorded; null while nothing is. */
  readonly answered: EventData['follow-up-answered'] | null
  readonly notAsked: string | null
  readonly explanation: readonly string[]
}

interface Row {
  readonly case_id: string
  readonly ref: string
  readonly team_id: string | null
  readonly live_since: string | null
  readonly obligation_id: string
  readonly ended_by: string | null
  readonly ended_on: string | null
  readonly explanation: readonly string[]
}

/** Undefined where there is none, or the reader may not open its case. */
export async function followUpPage(
  db: Database,
  { id, readerId }: { readonly id: string; readonly readerId: string },
): Promise<FollowUpPage | undefined> {
  if (!isId(id)) return undefined
  const [row] = await db.$queryRaw<Row[]>`
    select c.id::text as case_id, c.ref, c.team_id::text, c.live_since::text, o.id::text as obligation_id, o.ended_by, o.ended_on::text, o.explanation
    from follow_up u join case_file c on c.id = u.case_id join obligation o on o.id = u.obligation_id where u.id = ${id}::uuid`
  if (row === undefined) return undefined
  const today = londonDay((await readClock(db)).now)
  const line = (await followUpList(db, { readerId, ref: row.ref, all: true })).find(
    (one) => one.id === id.toLowerCase(),
  )
  if (line === undefined) return undefined
  const { case_id, ref, team_id, live_since } = row
  const facts = knownOn(await loadFacts(db, { id: case_id, ref, team_id, live_since }), today)
  const child = foldCase(facts).children.find(({ history }) => history.child.id === line.child)
  const answers =
    child === undefined ? [] : preAnswered(child, { anchor: line.anchor, since: isoDay(line.anchorOn), today })
  const answer = facts.events.find((event) => event.id === row.ended_by)
  const asked = await db.$queryRaw<FollowUpPage['asked'][number][]>`
    select p.name as person, n.role, n.send_on::text as on from notice n join person p on p.id = n.recipient_id
    where n.obligation_id = ${row.obligation_id}::uuid and n.withdrawn_at is null order by n.written_at, n.id`
  return {
    ...line,
    questions: FOLLOW_UP_QUESTIONS.map(({ id: question, words }) => ({
      ...{ id: question, words },
      fromTheRecord: answers.find((one) => one.question === question) ?? null,
    })),
    asked,
    answered: answer?.kind === 'follow-up-answered' ? answer.data : null,
    notAsked:
      line.state === 'not-asked' && row.ended_by !== null && row.ended_on !== null
        ? whyNotAsked(row.ended_by, isoDay(row.ended_on), facts)
        : null,
    explanation: row.explanation,
  }
}
