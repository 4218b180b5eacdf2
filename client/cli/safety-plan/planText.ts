import { isoDay } from '../../../domain/calendar/isoDay'
import { roleWords } from '../../../domain/safety-plan/roles'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { SafetyPlanPage } from '../../queries/safetyPlan'
import { textTable } from '../textTable'
import { breachesText, cautionsText } from './breachesText'
import { clockWords, stateWords } from '../../../domain/safety-plan/clockWords'

/** The safety plan of a case as text. */
export const planText = (page: SafetyPlanPage): string =>
  [
    headText(page),
    familyText(page),
    ...(page.document === null ? [] : [linesText(page)]),
    signaturesText(page),
    clocksText(page),
    copiesText(page),
    checksText(page),
    breachesText(page.breaches),
    cautionsText(page.cautions),
  ]
    .filter((part) => part !== '')
    .join('\n')

function headText({ ref, state, document, earlier, agreed, writtenBy, lookAgain }: SafetyPlanPage): string {
  if (state === 'none') return `Case ${ref} has no safety plan.\n`
  const version =
    document === null
      ? 'not written yet'
      : `version ${String(document.number)} of ${govukDate(isoDay(document.content.date))}, written by ${writtenBy ?? 'nobody known'}`
  const before = earlier.length === 0 ? '' : `Earlier versions: ${earlier.map(({ number }) => number).join(', ')}.\n`
  const how = agreed.map((one) => `${one.how} on ${govukDate(one.on)}`).join(', ')
  return [
    `Safety plan of case ${ref}: ${state === 'ended' ? 'ended; ' : ''}${version}.\n`,
    how === '' ? '' : `Agreed: ${how}.\n`,
    before,
    ...lookAgain.map((sentence) => `Look again: ${sentence}\n`),
  ].join('')
}

const familyText = ({ family, children }: SafetyPlanPage): string =>
  textTable(
    ['Child', 'Id', 'In the plan'],
    family.map(({ name, id }) => [name, id, children.includes(id) ? 'yes' : 'no']),
  )

const linesText = ({ lines }: SafetyPlanPage): string =>
  textTable(
    ['Line', 'Whose part', 'By', 'Kept', 'With', 'How often', 'To achieve'],
    lines.map(({ id, duty, by, reviews, agency, frequency, achieve }) => {
      const last = reviews.at(-1)
      const kept = last === undefined ? 'not reviewed' : `${last.kept}, ${govukDate(last.on)}`
      return [id, roleWords(duty), govukDate(isoDay(by)), kept, agency, frequency, achieve]
    }),
  )

const signaturesText = ({ signatures }: SafetyPlanPage): string =>
  signatures.length === 0
    ? ''
    : textTable(
        ['Signature', 'State', 'On'],
        signatures.map(({ role, state, on }) => [roleWords(role), state, on === null ? '' : govukDate(on)]),
      )

const clocksText = ({ clocks }: SafetyPlanPage): string =>
  clocks.length === 0
    ? ''
    : textTable(
        ['Clock', 'Day', 'State'],
        clocks.map((clock) => [clockWords(clock), govukDate(clock.dueOn), stateWords(clock.state)]),
      )

function copiesText({ copies, copiesToGive, document, earlier }: SafetyPlanPage): string {
  const versions = [...(document === null ? [] : [document]), ...earlier]
  const given =
    copies.length === 0
      ? ''
      : textTable(
          ['Copy given to', 'On', 'Version'],
          copies.map((copy) => {
            const version = versions.find(({ id }) => id === copy.document)?.number
            return [copy.with, govukDate(copy.on), version === undefined ? '' : String(version)]
          }),
        )
  const toGive = copiesToGive.length === 0 ? '' : `Copies to give: ${copiesToGive.map(roleWords).join(', ')}.\n`
  return `${given}${toGive}`
}

/** What is not answered, and what was answered no. */
function checksText({ checks }: SafetyPlanPage): string {
  const open = checks.filter(({ answer }) => answer === null)
  const no = checks.filter(({ answer }) => answer === 'no')
  return [
    open.length === 0 ? '' : `Not answered yet:\n${open.map(({ check, asks }) => `  ${check}: ${asks}\n`).join('')}`,
    no.length === 0 ? '' : `Answered no:\n${no.map(({ asks, words }) => `  ${asks} ${words ?? ''}\n`).join('')}`,
  ].join('')
}
