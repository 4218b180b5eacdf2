import { oneLine } from '../oneLine'
import { render } from '../render'
import type { SupervisionLine } from './supervisionLines'

interface SessionAlert {
  readonly recipientName: string
  readonly lines: readonly SupervisionLine[]
  readonly preferencesLink: string
  readonly emergencyLine: string
}

/** What is told at once about sessions: a line each. Throws without lines: nothing to say is no mail. */
export function sessionAlertMail({ lines, recipientName, ...common }: SessionAlert): {
  readonly subject: string
  readonly text: string
  readonly html: string
} {
  const [first, ...more] = lines
  if (first === undefined)
    throw new Error('A mail about sessions with nothing to say is not sent. Ask for one only when there are lines.')
  const others = more.length === 0 ? '' : ` (and ${String(more.length)} more)`
  const subject = `Group supervision: ${oneLine(first.words).replace(/\.$/, '')}`
  return {
    subject: `${subject.length > 110 ? `${subject.slice(0, 107)}…` : subject}${others}`,
    ...render('session', { recipientName: oneLine(recipientName), lines, ...common }),
  }
}
