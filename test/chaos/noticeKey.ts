/** What makes two notices the same to a person who reads them. Dates are ISO. */
export interface NoticeWords {
  readonly ref: string
  readonly rule: string
  readonly subject: string
  readonly dueOn: string
  readonly step: string
  readonly lane: string
  readonly on: string
  readonly person: string
}

/** A notice as one line of text: case, rule, subject, due date, step, lane, day, reader. */
export const noticeKey = ({ ref, rule, subject, dueOn, step, lane, on, person }: NoticeWords): string =>
  [ref, rule, subject, `due ${dueOn}`, step, lane, `on ${on}`, `to ${person}`].join(' ')
