import { momentWords } from '../app/momentWords'

interface Sent {
  readonly state: string | null
  /** ISO moment. */
  readonly sent_at: string | null
  readonly withdrawn_why: string | null
}

/** What became of a mail, for whoever asks whether somebody was reached. */
export function mailWords({ state, sent_at, withdrawn_why }: Sent): string {
  if (withdrawn_why !== null) return `Not sent: ${withdrawn_why}`
  if (state === 'sent')
    return sent_at === null ? 'Sent' : `Sent ${momentWords(Date.parse(sent_at))}, and it has not come back`
  return (state === null ? undefined : OTHERWISE[state]) ?? 'Not sent yet'
}

const OTHERWISE: Readonly<Record<string, string>> = {
  bounced: 'Came back: it did not arrive',
  failed: 'Could not be sent',
  unsent: 'Refused by the mail server, and tried again',
  unknown: 'Nobody can say yet whether it arrived',
  withdrawn: 'Not sent: it was taken back before it left',
}
