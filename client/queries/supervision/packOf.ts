import { londonDay } from '../../../domain/calendar/london'
import type { Database } from '../../../prisma/database'
import type { Invited, PackCase, PackView, Reply, WrittenSummary } from '../../papers/packView'
import { caseRecord } from './caseRecord'
import { casesOnPaper, paperGround, roleWords, type CaseOnPaper, type NoPaper, type PaperGround } from './paperCommon'
import { reasonsFor } from './web/reasonsFor'

/** The papers of a session for one reader: who comes, and of each case they see the summary, the record since the last discussion, and the questions. */
export async function packOf(db: Database, sessionId: string, readerId: string): Promise<PackView | NoPaper> {
  const ground = await paperGround(db, sessionId, readerId)
  if ('refused' in ground) return ground
  const cases: (PackCase | { readonly state: 'restricted' })[] = []
  for (const one of await casesOnPaper(db, ground))
    cases.push(one === null ? { state: 'restricted' } : await packCase(db, one, ground))
  return { ...ground, invited: await invitedTo(db, ground), cases }
}

async function packCase(db: Database, one: CaseOnPaper, { sessionId, recordDay }: PaperGround): Promise<PackCase> {
  const { ref, children } = one
  return {
    state: 'shown',
    ref,
    children,
    summary: await writtenSummary(db, sessionId, one.id),
    ...(await caseRecord(db, one, recordDay)),
  }
}

interface SummaryRow {
  readonly text: string
  readonly written_by: string
  readonly written_at: Date
  readonly reviewed_by: string | null
  readonly reviewed_at: Date | null
  readonly review_words: string | null
}

async function writtenSummary(db: Database, sessionId: string, caseId: string): Promise<WrittenSummary | null> {
  const [row] = await db.$queryRaw<SummaryRow[]>`
    select s.text, w.name as written_by, coalesce(s.rewritten_at, s.written_at) as written_at, r.name as reviewed_by, s.reviewed_at, s.review_words from summary s
      join person w on w.id = s.written_by left join person r on r.id = s.reviewed_by where s.session_id = ${sessionId}::uuid and s.case_id = ${caseId}::uuid`
  if (row === undefined) return null
  const review =
    row.reviewed_by === null || row.reviewed_at === null
      ? null
      : { by: row.reviewed_by, on: londonDay(row.reviewed_at.getTime()), words: row.review_words ?? '' }
  return { text: row.text, writtenBy: row.written_by, writtenOn: londonDay(row.written_at.getTime()), review }
}

interface InvitedRow {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly reply: 'accepted' | 'declined' | 'tentative' | null
  readonly reason: string | null
  readonly cover: string | null
  readonly approved: boolean | null
}

async function invitedTo(db: Database, { sessionId, reader, access }: PaperGround): Promise<readonly Invited[]> {
  const rows = await db.$queryRaw<InvitedRow[]>`
    select p.id::text, p.name, a.role, a.reply, a.exception_reason as reason, c.name as cover, a.approved from attendance a join person p on p.id = a.person_id
      left join person c on c.id = a.cover_id where a.session_id = ${sessionId}::uuid and a.uninvited_on is null order by a.role <> 'chair', p.name`
  const shown = reasonsFor(reader.id, access)
  return rows.map((row) => ({ name: row.name, role: roleWords(row.role), reply: replyOf(row, shown(row.id)) }))
}

function replyOf({ reply, reason, cover, approved }: InvitedRow, isShown: boolean): Reply {
  if (reply === null) return { state: 'no-reply' }
  if (reply !== 'declined') return { state: reply === 'accepted' ? 'coming' : 'perhaps' }
  const decision = approved === null ? 'waiting' : approved ? 'approved' : 'refused'
  return {
    state: 'not-coming',
    exception: reason === null ? null : { reason: isShown ? reason : null, cover, decision },
  }
}
