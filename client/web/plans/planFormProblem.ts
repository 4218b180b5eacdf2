import { isoDay } from '../../../domain/calendar/isoDay'
import type { PlanProblem } from '../../../domain/safety-plan/planProblem'
import { FAMILY_ROLES, roleWords } from '../../../domain/safety-plan/roles'
import { dayWords } from '../app/momentWords'
import type { Problem } from './caseForm'

/** Which row of the form each thing of the plan stands in. */
interface Places {
  readonly people: readonly string[]
  readonly places: Readonly<Record<string, readonly string[]>>
  readonly leftPlaces: readonly string[]
}

/** What is wrong with a plan, in words for the page, at the field where it is put right. */
export const planFormProblem = ({ path, problem }: PlanProblem, places: Places): Problem => {
  const text = WORDS.reduce((said, [from, to]) => said.replace(from, to), problem)
    .replace(/\d{4}-\d\d-\d\d/g, (day) => dayWords(isoDay(day)))
    .replace(ROLE, (role) => roleWords(role))
  const said = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return { text: `${lineWords(path)}${said}`, href: `#${fieldOf(path.map(String), places)}` }
}

/** What is said of a file, as it is said of the form. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(\S+) is none of parents; add them there/, 'the $1 is not among the family: add them there'],
  [/^(\S+) signs and is none of parents; add them there/, 'the $1 signs, and is not among the family'],
  [/; say policeInvolved: true/, ': say under “Police” who of them signs'],
  [/^one or two parents sign: name them by role/, 'one or two of the family sign: tick who'],
  [/ stands twice; two parents are parent-1 and parent-2/, ' stands twice: name the second as parent 2'],
  [/^(.*) is no longer asked for: outcome met$/, '$1 is no longer asked for: say that it is done'],
  [/^Invalid.*/, 'choose one of the answers'],
]

const ROLE = new RegExp(`\\b(${FAMILY_ROLES.filter((role) => role.includes('-')).join('|')})\\b`, 'g')

const lineWords = ([what, , index]: PlanProblem['path']): string =>
  what === 'lines' && typeof index === 'number' ? 'What was agreed: ' : ''

function fieldOf([what = '', one = '', two = '', three = '']: readonly string[], places: Places): string {
  if (what === 'lines') {
    const row = places.places[one]?.[Number(two)]
    if (row === undefined || two === '') return 'line-0-achieve'
    return `${row}-${LINE_FIELDS[three] ?? 'achieve'}`
  }
  if (what === 'leftOut') {
    const row = places.leftPlaces[Number(one)]
    return row === undefined || one === '' ? 'line-0-out' : `${row}-${two === 'words' ? 'outWords' : 'out'}`
  }
  if (what === 'parents') return `${places.people[Number(one)] ?? 'person-0'}-${two === 'name' ? 'name' : 'role'}`
  if (what === 'checks') return `check-${one}-words`
  if (what === 'phones') return `phones-${one}`
  return FIELDS[what] ?? what
}

const LINE_FIELDS: Readonly<Record<string, string>> = {
  ...{ agency: 'agency', frequency: 'frequency', by: 'by-day', duty: 'duty', contactWith: 'contactWith' },
  smart: 'smart-words',
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{ date: 'date-day', timeOfferedUntil: 'timeOfferedUntil-day', validUntil: 'validUntil-day' },
  ...{ review: 'reviewOn-day', domesticAbuse: 'person-0-side', signatories: 'person-0-signs' },
}
