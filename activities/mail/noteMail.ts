import { lowerFirst } from './lowerFirst'
import { oneLine } from './oneLine'
import { render } from './render'

export interface Note {
  readonly recipientName: string
  readonly caseRef: string
  readonly title: string
  /** Who said what to the alert, and when. */
  readonly sentence: string
  readonly link: string
  readonly preferencesLink: string
  readonly emergencyLine: string
}

interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What the next person above reads when an alert is withdrawn: nothing has happened on the case, and somebody decided that nothing need. */
export const withdrawnMail = (note: Note): Mail =>
  noteMail(note, (what) => ({
    subject: `Alert withdrawn: ${what}`,
    firstLine: `An alert about ${what} was withdrawn without its being recorded as done. If you do not agree, open the case.`,
    because: 'you answer for this case',
  }))

/** What whoever is to keep a promise reads that somebody else has made. */
export const promisedMail = (note: Note): Mail =>
  noteMail(note, (what) => ({
    subject: `Promised in your name: ${what}`,
    firstLine: `Somebody has promised that you will see to ${what}. Record it when it has happened; if you cannot do it, say so now to whoever promised it.`,
    because: 'you are named to keep a promise',
  }))

function noteMail(
  { caseRef, title, ...mail }: Note,
  wordsOf: (what: string) => { readonly subject: string; readonly firstLine: string; readonly because: string },
): Mail {
  const { subject, ...words } = wordsOf(`case ${oneLine(caseRef)}, ${lowerFirst(oneLine(title))}`)
  return {
    subject,
    ...render('note', {
      ...mail,
      ...words,
      recipientName: oneLine(mail.recipientName),
      caseRef: oneLine(caseRef),
      sentence: oneLine(mail.sentence),
    }),
  }
}
