import { alertMail } from '../../../activities/mail/alertMail'
import { digestMail, type DigestRow } from '../../../activities/mail/digestMail'
import { withdrawnMail } from '../../../activities/mail/noteMail'
import { render } from '../../../activities/mail/render'
import { sessionAlertMail } from '../../../activities/mail/supervision/sessionAlertMail'

/** A mail as its reader gets it, in both forms. */
export interface ExampleMail {
  /** In its address. */
  readonly name: string
  readonly what: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

const LINK = 'https://caseclock.example/cases/N-1042'
const ROW: DigestRow = {
  ...{ group: 'late', caseRef: 'N-1042', title: 'Review conference', dueOn: '2026-06-18', daysLate: 3 },
  ...{ lateUnit: 'working-days', link: LINK },
  reason: 'The initial conference was held on 18 March 2026. Reviews follow within 3 months.',
}

/** What each mail says, of a case, a day and people that do not exist. The words are those of the templates by which real mails are made. */
export function exampleMails(emergencyLine: string): readonly ExampleMail[] {
  const common = { recipientName: 'Sam Okafor', preferencesLink: 'https://caseclock.example/settings', emergencyLine }
  const session = 'https://caseclock.example/supervision/sessions/1'
  const digest = digestMail({
    ...common,
    day: '2026-06-23',
    rows: [
      ROW,
      { ...ROW, group: 'this-week', caseRef: 'N-0977', title: 'Core group', dueOn: '2026-06-25', daysLate: 0 },
    ],
  })
  const alert = alertMail({
    ...common,
    ...{ day: '2026-06-23', caseRef: 'N-1042', title: 'Review conference', kind: 'obligation', dueOn: '2026-06-18' },
    ...{ daysLate: 3, lateUnit: 'working-days', reason: ROW.reason, link: LINK, answerLink: `${LINK}/alert` },
    ...{ evidence: ['The last core group was held on 31 March 2026.'], tried: [] },
    told: [{ name: 'Sam Okafor', title: 'Social worker', on: '2026-06-18' }],
  })
  const withdrawn = withdrawnMail({
    ...common,
    ...{ caseRef: 'N-1042', title: 'Review conference', link: LINK },
    sentence: 'Priya Shah withdrew it on 24 June 2026: “Held yesterday, minutes follow.”',
  })
  const line = { words: 'Your case N-1042 is on the session of Tuesday 30 June 2026.', link: session, late: false }
  const placed = sessionAlertMail({ ...common, lines: [line] })
  const invitation = render('invitation', {
    ...common,
    ...{
      firstLine: 'You are invited to group supervision of North 1.',
      when: 'Tuesday 30 June 2026, 09:30, 210 minutes',
    },
    ...{ room: 'Room 4', answer: 'Accept or decline it in your calendar.', link: session },
  })
  return [
    { ...{ name: 'morning', what: 'Morning mail' }, ...digest },
    { ...{ name: 'alert', what: 'Alert' }, ...alert },
    { ...{ name: 'withdrawn', what: 'An alert was withdrawn' }, ...withdrawn },
    { ...{ name: 'session', what: 'Something changed in group supervision' }, ...placed },
    {
      ...{ name: 'invitation', what: 'Invitation' },
      subject: 'Invitation: group supervision, North 1, Tuesday 30 June 2026, 09:30',
      ...invitation,
    },
  ]
}
