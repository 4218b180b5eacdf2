/** One mail as the inbox shows it. Everything in it came by mail: nothing is safe to write into a page unescaped. */
export interface InboxRow {
  readonly number: number
  readonly messageId: string
  readonly to: string
  readonly subject: string
  /** ISO moment of the Date header, or empty. */
  readonly date: string
  /** ISO moment at which the mail was kept, by this machine's own clock. */
  readonly receivedAt: string
  readonly text: string
  /** Empty when the mail has no HTML part. */
  readonly html: string
  readonly headers: readonly string[]
}
