import { recordAttendance } from '../../commands/conference/attendance'
import { bookConference } from '../../commands/conference/bookConference'
import { circulate } from '../../commands/conference/circulate'
import { invitationsOut } from '../../commands/conference/invitationsOut'
import { invite, recordReply, reportReceived, uninvite } from '../../commands/conference/invitees'
import type { CaseCommand } from '../../commands/onCase/caseCommand'
import type { Asked, Page } from '../app/page'
import { caseAddress } from '../case/caseAddress'
import { caseForm } from './caseForm'
import { showConference } from './conferencesPages'
import { daysGiven } from './daysGiven'
import { given, textOf } from '../app/formText'

const conferenceOf = ({ params }: Asked): string => params['id'] ?? ''

const acting = (asked: Asked, { actorId, commandId, seenVersion }: CaseCommand) => ({
  ...{ actorId, commandId, conferenceId: conferenceOf(asked) },
  ...(seenVersion === undefined ? {} : { seenVersion }),
})

interface Act {
  readonly act: string
  readonly said: string
  readonly run: Parameters<typeof caseForm>[0]['act']
}

/** A form of one conference: whatever comes of it, its page is shown. */
const conferenceForm = ({ act, said, run }: Act): Page =>
  caseForm({
    ...{ path: `/cases/:ref/conferences/:id/${act}`, at: `#${act}`, act: run, said, again: showConference },
    to: (asked, { ref }) => caseAddress(ref, `conferences/${conferenceOf(asked)}`),
  })

const booked: Act['run'] = async (asked, command) => {
  const { form, db, processes } = asked
  const read = daysGiven(form, { for: { what: 'The day it is booked for' } })
  if (read.problems !== undefined) return read
  const time = textOf(form, 'at')
  if (!/^([01]?\d|2[0-3])[:.][0-5]\d$/.test(time))
    return { problems: [{ text: 'Enter the time it begins, like 09:30', href: '#at' }] }
  return bookConference(
    { db, processes },
    {
      ...acting(asked, command),
      ...{ for: read.days.for ?? '', at: time.replace('.', ':').padStart(5, '0'), place: textOf(form, 'place') },
      ...given(form, 'reason'),
      ...given(form, 'approvedBy'),
    },
  )
}

const invited: Act['run'] = (asked, command) => {
  const { form } = asked
  return invite(asked, {
    ...acting(asked, command),
    ...{ name: textOf(form, 'name'), agency: textOf(form, 'agency'), report: textOf(form, 'report') === 'yes' },
  })
}

/** What is noted of somebody who is invited: one form each, with a button for each thing. */
const noted: Act['run'] = async (asked, command) => {
  const { form } = asked
  const of = { ...acting(asked, command), inviteeId: textOf(form, 'invitee') }
  switch (textOf(form, 'what')) {
    case 'report':
      return reportReceived(asked, of)
    case 'uninvite':
      return uninvite(asked, of)
    default:
      return recordReply(asked, { ...of, reply: textOf(form, 'reply') })
  }
}

const attended: Act['run'] = (asked, command) => {
  const { form } = asked
  const said = Object.entries(form).flatMap(([name, value]) => {
    const [, id] = /^there-(.+)$/.exec(name) ?? []
    return id === undefined || typeof value !== 'string' ? [] : [{ id, there: value }]
  })
  const absent = said.filter(({ there }) => there === 'no').map(({ id }) => ({ id, why: textOf(form, `why-${id}`) }))
  const silent = absent.find(({ why }) => why === '')
  if (silent !== undefined)
    return Promise.resolve({
      problems: [{ text: 'Say why whoever was not there was absent', href: `#why-${silent.id}` }],
    })
  return recordAttendance(asked, {
    ...{ ...acting(asked, command), absent },
    present: said.filter(({ there }) => there === 'yes').map(({ id }) => id),
  })
}

const circulated: Act['run'] = async (asked, command) => {
  const read = daysGiven(asked.form, { on: { what: 'The day it was circulated', optional: true } })
  if (read.problems !== undefined) return read
  return circulate(asked, { ...acting(asked, command), ...read.days, of: textOf(asked.form, 'of') })
}

/** Everything that is done to a conference from its page. */
export const CONFERENCE_FORMS: readonly Page[] = [
  conferenceForm({ act: 'book', said: 'It is booked. What runs from it follows at once.', run: booked }),
  conferenceForm({ act: 'invite', said: 'They are on the list.', run: invited }),
  conferenceForm({ act: 'invitee', said: 'That is noted.', run: noted }),
  conferenceForm({
    ...{ act: 'sent', said: 'Noted: the invitations have been sent.' },
    run: (asked, command) => invitationsOut(asked, acting(asked, command)),
  }),
  conferenceForm({ act: 'attendance', said: 'Who was there is recorded.', run: attended }),
  conferenceForm({ act: 'circulate', said: 'That it was circulated is recorded.', run: circulated }),
]
