import { lowerFirst } from './lowerFirst'
import { oneLine } from './oneLine'
import { render } from './render'

export interface Withdrawn {
  readonly recipientName: string
  readonly caseRef: string
  readonly title: string
  /** Who withdrew it, when and why. */
  readonly sentence: string
  readonly link: string
  readonly preferencesLink: string
  readonly emergencyLine: string
}

/** What the next person above reads when an alert is withdrawn: nothing has happened on the case, and somebody decided that nothing need. */
export function withdrawnMail({ caseRef, title, ...mail }: Withdrawn): { subject: string; text: string; html: string } {
  const what = `case ${oneLine(caseRef)}, ${lowerFirst(oneLine(title))}`
  return {
    subject: `Alert withdrawn: ${what}`,
    ...render('withdrawn', {
      ...mail,
      recipientName: oneLine(mail.recipientName),
      caseRef: oneLine(caseRef),
      firstLine: `An alert about ${what} was withdrawn without its being recorded as done. If you do not agree, open the case.`,
      sentence: oneLine(mail.sentence),
    }),
  }
}
