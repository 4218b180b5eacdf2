import { isoDay } from '../../../domain/calendar/isoDay'
import { roleWords } from '../../../domain/safety-plan/roles'
import type { SafetyPlanPage } from '../../queries/safetyPlan'
import { dayWords } from '../app/momentWords'
import { breachShown, cautionShown, clockShown, KEPT } from './planTrackShown'

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const AGREED = { verbal: 'by word of mouth', handwritten: 'by hand', formal: 'as the formal document' } as const
const SIGNED = { signed: 'Signed', refused: 'Did not want to sign', wanted: 'Not signed yet' } as const

/** The safety plan of a case in words, with what can be done about it now. */
export function safetyPlanShown(page: SafetyPlanPage) {
  const { state, document, earlier, copies } = page
  const versions = [...(document === null ? [] : [document]), ...earlier]
  const runs = state === 'agreed' || state === 'written'
  return {
    state: stateWords(page),
    agreed: page.agreed.map(({ how, on }) => `Agreed ${AGREED[how]} on ${dayWords(on)}`),
    lookAgain: page.lookAgain,
    children: page.family.filter(({ id }) => page.children.includes(id)).map(({ name }) => name),
    lines: page.lines.map(({ id, duty, by, reviews, agency, frequency, achieve }) => {
      const last = reviews.at(-1)
      return {
        ...{ id, agency, frequency, achieve, duty: capital(roleWords(duty)), by: dayWords(isoDay(by)) },
        kept: last === undefined ? 'Not reviewed yet' : `${KEPT[last.kept] ?? last.kept}, ${dayWords(last.on)}`,
      }
    }),
    signatures: page.signatures.map((one) => ({
      ...{ role: one.role, who: capital(roleWords(one.role)), wanted: one.state === 'wanted' },
      state: `${SIGNED[one.state]}${one.on === null ? '' : `, ${dayWords(one.on)}`}`,
    })),
    clocks: page.clocks.map(clockShown),
    copies: copies.map((copy) => {
      const version = versions.find(({ id }) => id === copy.document)?.number
      return `${capital(roleWords(copy.with))}, ${dayWords(copy.on)}${version === undefined ? '' : `, version ${String(version)}`}`
    }),
    copiesToGive: page.copiesToGive.map(roleWords).join(', '),
    notAnswered: page.checks.filter(({ answer }) => answer === null).map(({ asks }) => asks),
    answeredNo: page.checks
      .filter(({ answer }) => answer === 'no')
      .map(({ asks, words }) => `${asks}${words === null ? '' : ` ${words}`}`),
    breaches: page.breaches.map((breach) => ({
      ...breachShown(breach),
      what: breach.what ?? 'What happened is not recorded',
      who: breach.who === null ? '' : capital(roleWords(breach.who)),
    })),
    cautions: page.cautions.map(cautionShown),
    versions: versions.map(({ number }) => number),
    ...{ runs, written: document !== null, amends: state === 'written' },
    writeWords: state === 'written' ? 'Amend the plan' : 'Write the plan',
  }
}

function stateWords({ state, document, writtenBy }: SafetyPlanPage): string {
  if (state === 'none') return 'There is no safety plan.'
  const version =
    document === null
      ? 'It is not written up yet.'
      : `Version ${String(document.number)} of ${dayWords(isoDay(document.content.date))}, written by ${writtenBy ?? 'nobody known'}.`
  return `${state === 'ended' ? 'The safety plan has ended. ' : ''}${version}`
}
