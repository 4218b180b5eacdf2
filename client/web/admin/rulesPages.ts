import { textOf } from '../app/formText'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { RulesUnreadable } from '../../../activities/planning/rulesUnreadable'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { activatePolicy } from '../../commands/activatePolicy'
import { approvalProblem } from '../../commands/approvalProblem'
import { versionProblem, type NewVersion } from '../../commands/versionProblem'
import { policyVersions } from '../../queries/admin/policyVersions'
import { compareVersion } from '../../queries/compareVersion'
import { goTo, type Answer } from '../app/answer'
import { boxesOf, dayBoxes, formDay } from '../app/formDay'
import { formCommand } from '../app/formCommand'
import { dayWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { comparisonSections } from './comparisonSections'
import { readRulesForm } from './readRulesForm'
import { rulesChecked, rulesLines, type Rules } from './rulesChecked'
import { versionsTable } from './rulesRows'
import { adminPage, refusedBy, type Section, type Wrong } from './sections'

const needs = 'run-authority'

/** Rules: what is in force; a text is checked, then compared with what is in force, then put into force. Each step shows what the next one does. */
export const RULES_PAGES: readonly Page[] = [
  page({ method: 'GET', path: '/admin/rules', needs, answer: (asked) => rulesPage(asked) }),
  page({ method: 'POST', path: '/admin/rules/check', needs, uploads: true, answer: check }),
  page({ method: 'POST', path: '/admin/rules/look', needs, answer: (asked) => versionStep(asked, 'look') }),
  page({ method: 'POST', path: '/admin/rules/activate', needs, answer: (asked) => versionStep(asked, 'do') }),
]

async function rulesPage(
  { db, today }: Asked,
  wrong?: { problems: readonly string[]; text?: string; at?: string },
): Promise<Answer> {
  const inForce = await rulesInForce()(db, today).catch((error: unknown) => {
    if (error instanceof RulesUnreadable) return error.message
    throw error
  })
  const words =
    typeof inForce === 'string'
      ? inForce
      : 'The newest version whose day has come is in force. One may be put into force from today on, never before.'
  return adminPage({
    title: 'Rules in force',
    ...(wrong === undefined ? {} : { problem: wrong.problems[0] ?? 'This could not be read.', at: wrong.at ?? 'text' }),
    sections: [
      { words },
      { table: versionsTable(await policyVersions(db), englandFamilySafeguarding1.id, today) },
      ...(wrong === undefined ? [] : [{ heading: 'All that is wrong with it', bullets: wrong.problems }]),
      {
        heading: 'Another version',
        words: 'It is checked first, then compared with what is in force. Nothing changes before you say so.',
        form: {
          ...{ action: '/admin/rules/check', files: true, button: 'Check it' },
          fields: [
            {
              kind: 'file',
              name: 'file',
              label: 'A file of rules',
              hint: 'A pack, or the council’s own changes, in YAML or JSON',
            },
            {
              kind: 'area',
              name: 'text',
              label: 'Or its text',
              hint: `${englandFamilySafeguarding1.id} alone puts the built-in rules back`,
              value: wrong?.text ?? '',
            },
          ],
        },
      },
    ],
  })
}

async function check(asked: Asked): Promise<Answer> {
  const { request, today } = asked
  const brought = await readRulesForm(request.rest)
  if ('problem' in brought) return rulesPage(asked, { problems: [brought.problem], at: 'file' })
  const { text, called } = brought
  const rules = await rulesChecked(text, called)
  if ('problems' in rules) return rulesPage(asked, { ...rules, text })
  return adminPage({
    title: 'These rules can be used',
    sections: [{ bullets: rulesLines(rules) }, whenForm(text, boxesOf(today))],
  })
}

const whenForm = (text: string, boxes: ReturnType<typeof boxesOf>, openWork = ''): Section => ({
  heading: 'From when',
  form: {
    ...{ action: '/admin/rules/look', hidden: { text }, button: 'See what would change' },
    fields: [
      { kind: 'day', name: 'from', label: 'The first day on which they count', boxes },
      { kind: 'tick', name: 'openWork', label: 'What is open on that day follows them too', value: openWork },
    ],
  },
})

async function versionStep(asked: Asked, what: 'look' | 'do'): Promise<Answer> {
  const { db, processes, reader, today, form } = asked
  const text = textOf(form, 'text')
  const rules = await rulesChecked(text, 'The text')
  if ('problems' in rules) return rulesPage(asked, { ...rules, text })
  const from = formDay(form, 'from', 'The first day')
  if (from.problem !== undefined) return again(asked, rules, { problem: from.problem, at: 'from' })
  const version: NewVersion = { ...rules, from: from.day, appliesToOpenWork: form['openWork'] === 'yes' }
  const problem = approvalProblem(version, today)
  if (problem !== undefined) return again(asked, rules, refusedBy(problem))
  // A version that was sent twice is known by then, which only the command can tell from one that is in the way.
  const inTheWay = what === 'look' ? await versionProblem(db, version, today) : undefined
  if (inTheWay !== undefined) return again(asked, rules, refusedBy(inTheWay))
  const looked = await compareVersion(db, version).catch((error: unknown) => {
    if (error instanceof RulesUnreadable) return error.message
    throw error
  })
  const name = version.pack.id
  if (what === 'look') {
    const { day, month, year } = boxesOf(version.from)
    const hidden = { text, 'from-day': day, 'from-month': month, 'from-year': year }
    const confirm: Section = {
      form: {
        ...{ action: '/admin/rules/activate', fields: [], button: 'Put it into force' },
        hidden: version.appliesToOpenWork ? { ...hidden, openWork: 'yes' } : hidden,
      },
    }
    return adminPage({
      title: `${name} from ${dayWords(version.from)}`,
      sections: [
        ...(typeof looked === 'string'
          ? [{ words: `${looked} So nothing could be compared.` }, confirm]
          : [
              { words: `Beside ${looked.before}, on the day it begins. Nothing has been changed yet.` },
              ...(await comparisonSections(asked, looked.compared, confirm)),
            ]),
      ],
    })
  }
  const concerned = typeof looked === 'string' || version.from.isAfter(today) ? [] : looked.compared.concerned
  const command = { ...version, actorId: reader.id, commandId: formCommand(form), concerned }
  const answer = await activatePolicy({ db, processes }, command)
  if ('refused' in answer) return again(asked, rules, refusedBy(answer))
  return goTo(
    '/admin/rules',
    `${name} is in force from ${dayWords(version.from)}. Each case is planned again within minutes of that day’s beginning.`,
  )
}

const again = ({ form }: Asked, rules: Rules, wrong: Wrong): Answer =>
  adminPage({
    ...{ title: 'These rules can be used', ...wrong },
    sections: [
      { bullets: rulesLines(rules) },
      whenForm(textOf(form, 'text'), dayBoxes(form, 'from'), form['openWork'] === 'yes' ? 'yes' : ''),
    ],
  })
