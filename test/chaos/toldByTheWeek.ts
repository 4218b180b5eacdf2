import { LocalDate } from '@js-joda/core'
import { digestMessageId, weeklyMessageId } from '../../activities/mail/messageId'
import { builtInRules } from '../../activities/planning/rules'
import { londonDay } from '../../domain/calendar/london'
import { firstWorkingDayOfWeek, mondayOf } from '../../domain/calendar/workingWeek'
import type { TestTown } from '../servers/testTown'

const DOMAIN = 'test.example'

/** What left without a notice of its own: weekly mails, and digests that only repeat what is still late. Made from facts, they stand in no list of notices. */
export interface ToldByTheWeek {
  readonly mailIds: readonly string[]
  /** What is wrong with them: an id of another week or reader, a second one in a week, or a day before the first working day. */
  readonly faults: readonly string[]
}

interface Row {
  readonly mail_id: string
  readonly recipient_id: string
  readonly lane: string
  readonly day: string
  readonly created_at: Date
}

/** Every such mail that was sent. */
export async function toldByTheWeek({ db }: TestTown): Promise<ToldByTheWeek> {
  const rows = await db.$queryRaw<Row[]>`
    select m.mail_id, m.recipient_id, m.lane, m.day::text, m.created_at from message m
    where m.state = 'sent' and not exists (select from notice n where n.message_id = m.id) order by m.created_at, m.id`
  const { calendar } = builtInRules()
  const seen = new Set<string>()
  const faults = rows.flatMap((row): string[] => {
    const { mail_id, recipient_id: recipientId, lane, day } = row
    const made = londonDay(row.created_at.getTime())
    const week = mondayOf(LocalDate.parse(day)).toString()
    const asked =
      lane === 'weekly'
        ? weeklyMessageId({ recipientId, week, domain: DOMAIN })
        : digestMessageId({ recipientId, day, part: 1, domain: DOMAIN })
    const key = [lane, recipientId, week].join(' ')
    const wrong = [
      ...(lane === 'at-once' ? ['an alert about nothing'] : []),
      ...(mail_id === asked ? [] : ['another Message-ID']),
      ...(seen.has(key) ? ['a second one'] : []),
      ...(made.isBefore(firstWorkingDayOfWeek(made, calendar)) ? ['too early in its week'] : []),
    ]
    seen.add(key)
    return wrong.map((what) => `${what}: ${key} of ${day}`)
  })
  return { mailIds: rows.map(({ mail_id }) => mail_id), faults }
}
