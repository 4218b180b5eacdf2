import { createHash } from 'node:crypto'

const mailId = (domain: string, parts: readonly (string | number)[]): string =>
  `<${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}@caseclock.${domain}>`

interface DigestKey {
  readonly recipientId: string
  /** ISO date. */
  readonly day: string
  /** 1 for the morning's; what comes later the same day because we were late has the next numbers. */
  readonly part: number
  readonly domain: string
}

/** The Message-ID of a digest: the same reader, day and part always give the same one. No row's id, no name. */
export const digestMessageId = ({ recipientId, day, part, domain }: DigestKey): string =>
  mailId(domain, ['digest', recipientId, day, part])

interface WeekKey {
  readonly recipientId: string
  /** ISO date of its Monday. */
  readonly week: string
  readonly domain: string
}

/** The Message-ID of a weekly mail: one reader has one a week. */
export const weeklyMessageId = ({ recipientId, week, domain }: WeekKey): string =>
  mailId(domain, ['weekly', recipientId, week])

interface MatterKey {
  readonly caseId: string
  readonly rule: string
  /** ISO date. */
  readonly dueOn: string
  readonly step: string
  readonly recipientId: string
  /** ISO date on which it was written. */
  readonly day: string
  readonly domain: string
  /** The revision from which a matter that was met and opened again is told anew: the same words are no longer the same mail. */
  readonly reopened?: number | null
  /** From 1: what comes to a matter on a day when its mail of that day has left is the next. */
  readonly part?: number
}

/** The Message-ID of an alert, made from what its notices share. */
export const noticeMessageId = ({ domain, reopened = null, part = 1, ...key }: MatterKey): string =>
  mailId(domain, [
    'notice',
    ...[key.caseId, key.rule, key.dueOn, key.step, key.recipientId, key.day],
    ...(reopened === null ? [] : [`reopened ${String(reopened)}`]),
    ...(part === 1 ? [] : [`part ${String(part)}`]),
  ])

interface SessionKey {
  /** A session's id, or the team's whose year it is about. */
  readonly about: string
  readonly lane: 'at-once' | 'invitation'
  /** The ISO date on which it is told; of an invitation, which one. */
  readonly what: string
  readonly recipientId: string
  /** From 1: what comes when that mail has left is the next. */
  readonly part: number
  readonly domain: string
}

/** The Message-ID of what is told at once about a session or a year of them. */
export const sessionMessageId = ({ about, lane, what, recipientId, part, domain }: SessionKey): string =>
  mailId(domain, ['session', about, lane, what, recipientId, part])
