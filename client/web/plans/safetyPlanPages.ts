import { randomUUID } from 'node:crypto'
import { breachPlan, decideBreach, passOnBreach } from '../../commands/safety-plan/breachPlan'
import { notePrinted } from '../../commands/safety-plan/notePrinted'
import { reviewPlan } from '../../commands/safety-plan/reviewPlan'
import { sharePlan } from '../../commands/safety-plan/sharePlan'
import { refusePlan, signPlan } from '../../commands/safety-plan/signPlan'
import { paperStyleHash } from '../../papers/renderPaper'
import { safetyPlanPage } from '../../papers/safetyPlanPage'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { safetyPlan } from '../../queries/safetyPlan'
import { safetyPlanCopy } from '../../queries/safetyPlanCopy'
import { file, NOTHING_HERE, show, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { formDay, isEmptyDay } from '../app/formDay'
import { page, type Asked, type Page } from '../app/page'
import { caseAddress } from '../case/caseAddress'
import { boxesTyped } from './boxesTyped'
import { caseForm, FRESH, type Again, type Problem } from './caseForm'
import { BREACH_DECISIONS } from './planTrackShown'
import { safetyPlanShown } from './safetyPlanShown'
import { given, linesOf, textOf } from '../app/formText'

const PATH = '/cases/:ref/safety-plan'

/** The safety plan of a case as it stands, with the forms that can be sent now. */
async function showSafetyPlan({ db, reader }: Asked, { ref }: ReadableCase, again: Again): Promise<Answer> {
  const found = await safetyPlan(db, { ref, readerId: reader.id })
  if ('todo' in found) return NOTHING_HERE
  const shown = safetyPlanShown(found)
  return show(
    'plans/safetyPlan.njk',
    {
      ...{ ref, caseHref: caseAddress(ref), base: caseAddress(ref, 'safety-plan'), ...shown },
      printHref: caseAddress(ref, 'safety-plan/print'),
      agreedHref: `${caseAddress(ref, 'record/safety-plan-agreed')}?back=${encodeURIComponent(caseAddress(ref, 'safety-plan'))}`,
      toSign: shown.signatures.filter(({ wanted }) => wanted).map(({ role, who }) => ({ value: role, text: who })),
      lineChoices: shown.lines.map(({ id, achieve }) => ({ value: id, text: `${id}: ${achieve}` })),
      decisions: Object.entries(BREACH_DECISIONS).map(([value, text]) => ({ value, text })),
      keptChoices: [
        { value: 'yes', text: 'Kept' },
        { value: 'partly', text: 'Partly' },
        { value: 'no', text: 'Not kept' },
      ],
      ...{ typed: again.typed, problems: again.problems },
      ...{ signedOn: boxesTyped(again.typed, 'on'), breachOn: boxesTyped(again.typed, 'breachOn') },
    },
    again.status,
  )
}

/** The family's copy, in plain words; that it was made is written down. */
const PRINT = page({
  ...{ method: 'GET', path: `${PATH}/print`, needs: 'see-own-work' },
  answer: forCase(`${PATH}/print`, async ({ db, reader, now, query }, { ref }) => {
    const { version } = query
    const wanted = typeof version === 'string' && /^\d{1,4}$/.test(version) ? { version: Number(version) } : {}
    const copy = await safetyPlanCopy(db, { ref, readerId: reader.id, ...wanted })
    if ('todo' in copy) return NOTHING_HERE
    await notePrinted(db, { ref, readerId: reader.id, document: copy.document, now, commandId: randomUUID() })
    return file('text/html; charset=utf-8', safetyPlanPage(copy.view), { style: paperStyleHash() })
  }),
})

type Act = Parameters<typeof caseForm>[0]['act']

const signed: Act = async (asked, command) => {
  const day = dayGiven(asked, 'on')
  if ('problems' in day) return day
  const about = { ...command, ...day, role: textOf(asked.form, 'role') }
  return textOf(asked.form, 'what') === 'refused' ? refusePlan(asked, about) : signPlan(asked, about)
}

/** The day it happened, where one is said; today is left out. */
function dayGiven({ form }: Asked, name: string): { readonly problems: readonly Problem[] } | { readonly on?: string } {
  if (isEmptyDay(form, name)) return {}
  const read = formDay(form, name, 'The day it happened')
  return read.day === undefined
    ? { problems: [{ text: read.problem, href: `#${name}-day` }] }
    : { on: read.day.toString() }
}

const shared: Act = (asked, command) =>
  textOf(asked.form, 'with') === ''
    ? Promise.resolve({ problems: [{ text: 'Enter who was given a copy', href: '#with' }] })
    : sharePlan(asked, { ...command, with: textOf(asked.form, 'with') })

const breached: Act = async (asked, command) => {
  const { form } = asked
  const day = dayGiven(asked, 'breachOn')
  if (textOf(form, 'what') === '') return { problems: [{ text: 'Enter what happened', href: '#what' }] }
  if ('problems' in day) return day
  return breachPlan(asked, { ...command, ...day, what: textOf(form, 'what'), ...given(form, 'line') })
}

const DECISIONS = ['support', 'caution', 'evidence', 'legal-advice', 'none'] as const

const decided: Act = (asked, command) => {
  const { form } = asked
  const breach = textOf(form, 'breach')
  const to = (['team-manager', 'detective-sergeant'] as const).find((one) => one === textOf(form, 'passTo'))
  if (to !== undefined) {
    const words = textOf(form, 'reason')
    return passOnBreach(asked, { ...command, breach, to, ...(words === '' ? {} : { words }) })
  }
  const decision = DECISIONS.find((one) => one === textOf(form, 'decision'))
  if (decision === undefined || textOf(form, 'reason') === '')
    return Promise.resolve({
      problems: [{ text: 'Say what is done about the breach, and why', href: `#reason-${breach}` }],
    })
  return decideBreach(asked, { ...command, breach, decision, reason: textOf(form, 'reason') })
}

const reviewed: Act = (asked, command) => {
  const { form } = asked
  const found = Object.keys(form).flatMap((name) => {
    const [, line] = /^kept-(.+)$/.exec(name) ?? []
    const kept = (['yes', 'partly', 'no'] as const).find((one) => one === textOf(form, name))
    const words = textOf(form, `words-${line ?? ''}`)
    return line === undefined || kept === undefined ? [] : [{ line, kept, ...(words === '' ? {} : { words }) }]
  })
  return reviewPlan(asked, {
    ...{ ...command, lines: found, decisions: linesOf(form, 'decisions') },
    ...given(form, 'childView'),
    ...given(form, 'parentsView'),
  })
}

const form = (act: string, said: string, run: Act): Page =>
  caseForm({
    ...{ path: `${PATH}/${act}`, at: act === 'sign' ? '#role' : `#${act}`, act: run, said, again: showSafetyPlan },
    to: (_asked, { ref }) => caseAddress(ref, 'safety-plan'),
  })

/** `/cases/:ref/safety-plan`: the plan that holds, who has signed, whether it is kept, and what became of breaches. */
export const SAFETY_PLAN_PAGES: readonly Page[] = [
  page({
    ...{ method: 'GET', path: PATH, needs: 'see-own-work' },
    answer: forCase(PATH, (asked, about) => showSafetyPlan(asked, about, FRESH)),
  }),
  PRINT,
  form('sign', 'That is recorded.', signed),
  form('share', 'The copy is logged.', shared),
  form('review', 'The review is recorded. Whether a line that was not kept is a breach, somebody decides.', reviewed),
  form('breach', 'The breach is recorded; the team manager is told now.', breached),
  form('decide', 'That is recorded.', decided),
]
