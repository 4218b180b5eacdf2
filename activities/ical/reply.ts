/** What an invited person's calendar program answers. */
export interface Reply {
  readonly uid: string
  /** Of the invitation that was answered: a lower one than the newest answers where the session was before it was moved. */
  readonly sequence: number
  /** Lower case. Whoever wrote the mail may have put any address here: compare it with the sender. */
  readonly attendee: string
  readonly answer: 'accepted' | 'declined' | 'tentative'
  /** Epoch milliseconds, from DTSTAMP; null when the answer has none. Of two answers to one invitation the later one counts. */
  readonly stampedAt: number | null
  /** What the person wrote beside the answer: one line, at most 500 characters, empty when nothing. */
  readonly comment: string
}

export interface ReplyProblem {
  /** What is wrong and what to do. Holds nothing of what was sent: it may reach logs. */
  readonly problem: string
}
