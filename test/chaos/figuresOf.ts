import { realNow } from '../../activities/realNow'
import type { ExpectedTelling } from './expectedOfTown'
import type { WrittenNotice } from './writtenInTown'

interface Ended {
  readonly expected: readonly ExpectedTelling[]
  readonly written: readonly WrittenNotice[]
  /** The Message-ID of every mail in the sink. */
  readonly inbox: readonly string[]
  readonly kills: readonly string[]
  /** Real time, epoch milliseconds. */
  readonly began: number
}

/** What a run with kills came to, as `tellOf` tells it. */
export const figuresOf = ({ expected, written, inbox, kills, began }: Ended): Readonly<Record<string, number>> => ({
  'notices expected': expected.length,
  'notices in Postgres': written.length,
  messages: new Set(written.map(({ mailId }) => mailId)).size,
  'mails in the sink': inbox.length,
  'of them twice under one Message-ID': inbox.length - new Set(inbox).size,
  [`kills (${kills.join('; ')})`]: kills.length,
  seconds: Math.round((realNow() - began) / 1000),
})
