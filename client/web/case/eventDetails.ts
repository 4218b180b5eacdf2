import { isoDay } from '../../../domain/calendar/isoDay'
import { isEventKind } from '../../../domain/chronology/eventKinds'
import { recordedHead } from '../../../domain/supervision/summary/recordedHead'
import { recordedTail } from '../../../domain/supervision/summary/recordedTail'
import { dayWords } from '../app/momentWords'
import { readDay } from '../../commands/readDay'

interface Recorded {
  readonly kind: string
  readonly payload: unknown
}

type Data = Readonly<Record<string, unknown>>

/** What happened, and what it came to: `Review conference held: the plan continues`. */
export function eventTitle({ kind, payload }: Recorded): string {
  if (!isEventKind(kind)) return kind.replaceAll('-', ' ')
  // The payload passed its kind's schema when it was recorded; a fact that only takes another back holds none.
  const event = { kind, data: dataOf(payload) } as unknown as Parameters<typeof recordedHead>[0]
  return `${recordedHead(event)}${recordedTail(event)}`
}

const dataOf = (payload: unknown): Data => (typeof payload === 'object' && payload !== null ? (payload as Data) : {})

/** Fields that the title says already, and those that only tie facts together. */
const SAID: ReadonlySet<string> = new Set([
  ...['outcome', 'quorate', 'for', 'plan', 'authority', 'months', 'independentChair', 'opensSection47', 'anchor'],
  ...[
    'meeting',
    'document',
    'referral',
    'enquiry',
    'booking',
    'breach',
    'caution',
    'request',
    'dispute',
    'of',
    'session',
  ],
  ...['stage', 'until', 'how', 'result', 'state', 'grade', 'goal', 'action', 'decision'],
])
/** Of these kinds a field says more than its title does. */
const SAYS_MORE: Readonly<Record<string, readonly string[]>> = {
  'contact-received': ['grade', 'outcome'],
  'long-plan-decided': ['decision'],
  'care-measured': ['result'],
  'dispute-stage-ended': ['outcome'],
}

const LABELS: Readonly<Record<string, string>> = {
  childView: 'The child’s view',
  parentsView: 'The parents’ view',
  seenAlone: 'Seen alone',
  seen: 'Child seen',
  repeatReason: 'Why a further plan',
  previousPlans: 'Plans before, elsewhere',
  earlierCase: 'Earlier case',
  immediateRisk: 'Immediate risk',
  approvedBy: 'Approved by',
  reviewOn: 'To be reviewed on',
  reviewMode: 'How it is reviewed',
  validUntil: 'Valid until',
  timeOfferedUntil: 'Time offered until',
  otherwise: 'What happens if not',
  otherwiseBy: 'And by',
  notPossible: 'Not possible',
  policeGrade: 'Grade by the police',
}

export interface Detail {
  readonly label: string
  readonly words: string
}

/** What else was recorded of it, field by field. `names`: people and children by id; an id of nobody known is not shown. */
export function eventDetails({ kind, payload }: Recorded, names: ReadonlyMap<string, string>): readonly Detail[] {
  const more = SAYS_MORE[kind] ?? []
  return Object.entries(dataOf(payload)).flatMap(([field, value]): readonly Detail[] => {
    if (SAID.has(field) && !more.includes(field)) return []
    const words = wordsOf(value, names)
    return words === '' ? [] : [{ label: LABELS[field] ?? spaced(field), words }]
  })
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function wordsOf(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value
      .map((one) => wordsOf(one, names))
      .filter((one) => one !== '')
      .join('; ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([field, said]) => [LABELS[field] ?? spaced(field), wordsOf(said, names)])
      .filter(([, words]) => words !== '')
      .map(([field, words]) => `${field ?? ''}: ${words ?? ''}`)
      .join(', ')
  if (typeof value !== 'string') return ''
  if (ID.test(value)) return names.get(value.toLowerCase()) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && readDay(value) !== undefined ? dayWords(isoDay(value)) : value
}

/** `changeSince`: `Change since`. */
const spaced = (field: string): string => {
  const words = field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** The ids that a payload holds: of people, mostly. */
export const idsIn = (payload: unknown): readonly string[] =>
  [...JSON.stringify(payload ?? {}).matchAll(/"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/gi)].map(([, id]) =>
    (id ?? '').toLowerCase(),
  )
