import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { govukMonth } from '../../../domain/timeline/govukDate'
import type { Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { inPost, mayOpenNow } from '../../people/mayReadNow'
import type { Links } from '../../deps'
import { oneLine } from '../oneLine'
import { refsClosedTo } from '../../supervision/refsClosedTo'
import { withoutRefs } from '../../supervision/wordsWithoutRestricted'
import { textWithoutNames } from '../withoutNames'
import { childrenOfTeams } from './childrenOfTeams'
import { changeWords, type YearChange } from './changeWords'
import { noticeWords, type SessionNotice } from './noticeWords'

export interface SupervisionLine {
  readonly words: string
  readonly link: string
  /** Something is late, or has no place. */
  readonly late: boolean
}

interface Row extends SessionNotice {
  readonly id: string
  readonly team_id: string
  readonly session_id: string | null
}

/** So many lines of one kind are read by a person; the rest is counted. */
const MOST = 40

/** What a message says about sessions and years, in the order in which it is best read: late, then by day. Empty where all was taken back. */
export async function supervisionLines(
  tx: Transaction,
  about: { readonly messageId: string; readonly readerId: string; readonly today: LocalDate; readonly links: Links },
): Promise<readonly SupervisionLine[]> {
  const { messageId, readerId, links } = about
  const day = about.today.toString()
  const reading = { readerId, day, links }
  const rows = await tx.$queryRaw<Row[]>`
    select n.id::text, n.team_id::text, n.session_id::text, n.step, n.tell, n.to_role, n.due_on::text, t.name as team, coalesce(s.on_day, n.due_on)::text as on_day,
      coalesce(s.at, '') as at, coalesce(s.room, '') as room, c.ref, p.name as person, n.subject is not distinct from n.recipient_id as own,
      a.exception_reason, v.name as cover
    from supervision_notice n join team t on t.id = n.team_id left join session s on s.id = n.session_id left join case_file c on c.id = n.subject
      left join person p on p.id = n.subject left join attendance a on a.session_id = n.session_id and a.person_id = n.subject
      left join person v on v.id = a.cover_id
    where n.message_id = ${messageId}::uuid and n.withdrawn_at is null and n.lane <> 'invitation' and ${inPost(readerId, day)}
      and ${mayOpenNow(readerId, Prisma.sql`n.subject`, day)}
    order by n.tell not like 'rung-%', n.due_on, t.name, on_day, at, n.step, c.ref, p.name, n.id`
  const given = rows.filter(({ exception_reason }) => exception_reason !== null).map(({ team_id }) => team_id)
  const children = given.length === 0 ? [] : await childrenOfTeams(tx, given)
  const ofSessions = rows
    .map((row) => withoutNamesIn(row, children))
    .flatMap((row) =>
      row.session_id === null
        ? []
        : [
            {
              words: oneLine(capital(noticeWords(row))),
              link: links.sessionLink(row.session_id),
              late: row.tell.startsWith('rung-'),
            },
          ],
    )
  const years = rows.filter(({ session_id }) => session_id === null)
  const gaps = await gapLines(tx, years, reading)
  return [...gaps, ...ofSessions, ...(await changeLines(tx, years, reading))]
}

const withoutNamesIn = (row: Row, children: Parameters<typeof textWithoutNames>[1]): Row => ({
  ...row,
  exception_reason: row.exception_reason === null ? null : textWithoutNames(row.exception_reason, children),
})

interface Reading {
  readonly readerId: string
  /** ISO date. */
  readonly day: string
  readonly links: Links
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

async function gapLines(
  tx: Transaction,
  years: readonly Row[],
  { readerId, day, links }: Reading,
): Promise<readonly SupervisionLine[]> {
  const ids = years.filter(({ step }) => step === 'gap').map(({ id }) => id)
  if (ids.length === 0) return []
  const gaps = await tx.$queryRaw<{ ref: string; month: string; why: string; team_id: string }[]>`
    select c.ref, g.month, g.why, g.team_id::text from supervision_gap g join case_file c on c.id = g.case_id
    where g.notice_id = any(${ids}::uuid[]) and g.closed_at is null and ${mayOpenNow(readerId, Prisma.sql`c.id`, day)} order by g.month, c.ref`
  const closed = await refsClosedTo(tx, { readerId, day, texts: gaps.map(({ why }) => why) })
  const lines = gaps.map(({ ref, month, why, team_id }) => ({
    words: oneLine(`Case ${ref} has no place in ${govukMonth(isoDay(`${month}-01`))}. ${withoutRefs(why, closed)}`),
    link: links.yearLink(team_id),
    late: true,
  }))
  return shortened(lines, 'cases and months without a place')
}

async function changeLines(
  tx: Transaction,
  years: readonly Row[],
  { readerId, day, links }: Reading,
): Promise<readonly SupervisionLine[]> {
  const ids = years.filter(({ step }) => step === 'moved').map(({ id }) => id)
  if (ids.length === 0) return []
  const changes = await tx.$queryRaw<(YearChange & { readonly team_id: string })[]>`
    select c.ref, x.change, x.from_day::text, x.to_day::text, x.why, x.team_id::text
    from supervision_change x join case_file c on c.id = x.case_id where x.notice_id = any(${ids}::uuid[]) and ${mayOpenNow(readerId, Prisma.sql`c.id`, day)} order by x.at, x.month, c.ref, x.id`
  const closed = await refsClosedTo(tx, { readerId, day, texts: changes.map(({ why }) => why) })
  const lines = changes.map((one) => ({
    words: oneLine(changeWords({ ...one, why: withoutRefs(one.why, closed) })),
    link: links.yearLink(one.team_id),
    late: false,
  }))
  return shortened(lines, 'changes of the year')
}

function shortened(lines: readonly SupervisionLine[], what: string): readonly SupervisionLine[] {
  const [first] = lines
  if (first === undefined || lines.length <= MOST) return lines
  const more = { ...first, words: `And ${String(lines.length - MOST)} more ${what}: see the year.` }
  return [...lines.slice(0, MOST), more]
}
