import { isoDay } from '../../../domain/calendar/isoDay'
import { conferenceWords } from '../../../domain/conference/conferenceKind'
import type { ConferenceLine } from '../../queries/conferences/conferenceList'
import type { ConferencePage } from '../../queries/conferences/conferencePage'
import { dayWords } from '../app/momentWords'
import { caseAddress } from '../case/caseAddress'

const days = (day: string | null): string => (day === null ? '' : dayWords(isoDay(day)))

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** `Review conference, held again`. */
export const conferenceTitle = ({ kind, again }: Pick<ConferenceLine, 'kind' | 'again'>): string =>
  `${conferenceWords[kind]}${again ? ', held again' : ''}`

/** A conference on the list of a case: due and booked are two things, and both are said. */
export const conferenceLine = (one: ConferenceLine, today: string) => ({
  title: conferenceTitle(one),
  href: caseAddress(one.ref, `conferences/${one.id}`),
  due: days(one.dueOn),
  booked: one.bookedFor === null ? 'Nothing booked' : days(one.bookedFor),
  beyond: one.beyond,
  late: one.state === 'due' && one.dueOn < today,
  state: stateWords(one, today),
  children: one.children === 1 ? '1 child' : `${String(one.children)} children`,
})

function stateWords({ state, heldOn, dueOn, bookedFor }: ConferenceLine, today: string): string {
  if (heldOn !== null) return `Held on ${days(heldOn)}`
  if (state === 'not-held') return 'Not held: no longer needed'
  if (dueOn < today) return bookedFor === null ? 'Late, and not booked' : 'Late'
  return bookedFor === null ? 'To be booked' : 'Booked'
}

const REPLIES: Readonly<Record<string, string>> = {
  accepted: 'Comes',
  declined: 'Does not come',
  tentative: 'Not sure yet',
}

/** How a matter of the conference stands. */
const MATTERS: Readonly<Record<string, string>> = {
  open: 'Not recorded as done yet',
  met: 'Done in time',
  'met-late': 'Done late',
  cancelled: 'No longer needed',
  'not-known': 'Not known from the import',
}

/** One conference in words, and which of its forms it can take now. */
export const conferenceShown = (page: ConferencePage, today: string) => ({
  ...conferenceLine(page, today),
  at: page.at === null ? '' : `${page.at}${page.place === null || page.place === '' ? '' : `, ${page.place}`}`,
  invitations: page.invitationsOut
    ? 'The invitations have been sent.'
    : 'Nobody has said that the invitations were sent.',
  invitationsOut: page.invitationsOut,
  moves: page.moves === 0 ? '' : page.moves === 1 ? 'Moved once.' : `Moved ${String(page.moves)} times.`,
  bookings: page.bookings.map((one) => ({
    made: days(one.madeOn),
    for: days(one.for),
    moved: one.moved ? 'Moved or cancelled' : 'Stands',
    reason: [one.reason, one.approvedBy === null ? null : `approved by ${one.approvedBy}`]
      .filter((words) => words !== null)
      .join('; '),
  })),
  matters: page.matters.map(({ title, dueOn, state, explanation }) => ({
    ...{ title, due: days(dueOn) },
    state: state === 'open' && dueOn < today ? 'Late' : (MATTERS[state] ?? state),
    why: explanation.map(capital),
  })),
  invitees: page.invitees.map((one) => ({
    ...{ id: one.id, name: one.name, agency: one.agency },
    reply: one.reply === null ? 'No answer yet' : (REPLIES[one.reply] ?? one.reply),
    report:
      one.reportReceivedOn !== null
        ? `Came on ${days(one.reportReceivedOn)}`
        : one.reportAskedOn === null
          ? 'Not asked for'
          : `Asked for on ${days(one.reportAskedOn)}`,
    attended:
      one.attended === null ? '' : one.attended ? 'Was there' : `Was not there: ${one.absentWhy ?? 'no reason given'}`,
  })),
  outcome: page.outcome === null ? null : outcomeShown(page.outcome),
  canBook: page.state === 'due',
  canInvite: page.state === 'due' && page.kind !== 'core-group',
  canAttend: page.state === 'held' && page.invitees.length > 0,
  canCirculate: page.state === 'held' && page.kind !== 'core-group',
})

const outcomeShown = ({
  outcome,
  quorate,
  childView,
  parentsView,
  decisions,
}: NonNullable<ConferencePage['outcome']>) => ({
  outcome: OUTCOMES[outcome ?? ''] ?? outcome ?? 'Held',
  quorum: quorate === null ? 'Whether it was quorate is not recorded' : quorate ? 'Quorate' : 'Inquorate',
  childView: childView ?? 'Not recorded',
  parentsView: parentsView ?? 'Not recorded',
  decisions,
})

const OUTCOMES: Readonly<Record<string, string>> = {
  plan: 'A plan is made',
  'no-plan': 'No plan',
  continue: 'The plan continues',
  end: 'The plan is to end',
}
