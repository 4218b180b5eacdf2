import { isoDay } from '../../../domain/calendar/isoDay'
import type { FollowUpLine } from '../../queries/followUps/followUpList'
import type { FollowUpPage } from '../../queries/followUps/followUpPage'
import { dayWords } from '../app/momentWords'
import { caseAddress } from '../case/caseAddress'

const ANCHORS = { 'plan-start': 'The plan started', 'plan-end': 'The plan ended', closure: 'The case closed' } as const

const STATES: Readonly<Record<FollowUpPage['state'], string>> = {
  'not-yet-asked': 'Nobody has been asked yet',
  asked: 'Asked, and not answered yet',
  late: 'Late: asked, and not answered',
  answered: 'Answered',
  'not-asked': 'No longer asked',
}

const YES_NO = [
  { value: 'true', text: 'Yes' },
  { value: 'false', text: 'No' },
]

/** The answers a question can have; none for what is typed. */
export const FOLLOW_UP_CHOICES: Readonly<Record<string, readonly { readonly value: string; readonly text: string }[]>> =
  {
    now: [
      { value: 'on-plan', text: 'On a child protection plan' },
      { value: 'ended', text: 'The plan has ended' },
      { value: 'stepped-down', text: 'Stepped down, to a child in need plan or less' },
      { value: 'looked-after', text: 'Looked after' },
      { value: 'closed', text: 'The case is closed' },
    ],
    secondPlan: YES_NO,
    reReferral: YES_NO,
    safetyPlanKept: [
      { value: 'kept', text: 'Kept' },
      { value: 'partly', text: 'Partly kept' },
      { value: 'not-kept', text: 'Not kept' },
      { value: 'none', text: 'There was none' },
    ],
  }

/** What an answer is called. */
const answerWords = (question: string, value: unknown): string =>
  FOLLOW_UP_CHOICES[question]?.find((one) => one.value === String(value))?.text ??
  (Array.isArray(value) ? value.map(String).join(', ') : String(value))

/** A follow-up in words: what the record answers, and what is to be asked. `typed`: as the form was sent before. */
export function followUpShown(page: FollowUpPage, typed: Readonly<Record<string, string>>) {
  const answers = page.answered?.answers as Readonly<Record<string, unknown>> | undefined
  return {
    title: page.title,
    child: page.forename,
    anchor: `${ANCHORS[page.anchor]} on ${dayWords(isoDay(page.anchorOn))}.`,
    due: dayWords(isoDay(page.dueOn)),
    state: STATES[page.state],
    late: page.state === 'late',
    why: page.explanation,
    notAsked: page.notAsked ?? '',
    notPossible:
      page.answered?.notPossible === undefined ? '' : `It could not be answered: ${String(page.answered.notPossible)}`,
    asked: page.asked.map(({ person, role, on }) => `${person}, ${role.replaceAll('-', ' ')}, ${dayWords(isoDay(on))}`),
    answered: page.answered !== null,
    canAnswer: page.answered === null && page.state !== 'not-asked',
    questions: page.questions.map(({ id, words, fromTheRecord: said }) => ({
      ...{ id, words, choices: FOLLOW_UP_CHOICES[id] ?? null },
      record: said === null ? '' : `The record says: ${answerWords(id, said.answer)}. ${said.because}.`,
      value: typed[id] ?? (said === null ? '' : String(said.answer)),
      answer: answers?.[id] === undefined ? 'Not answered' : answerWords(id, answers[id]),
    })),
  }
}

/** A follow-up on the list of a case. */
export const followUpLine = (one: FollowUpLine) => ({
  href: caseAddress(one.ref, `follow-ups/${one.id}`),
  title: `${one.title} · ${one.forename}`,
  due: dayWords(isoDay(one.dueOn)),
  anchor: `${ANCHORS[one.anchor]} on ${dayWords(isoDay(one.anchorOn))}`,
  state: STATES[one.state],
  late: one.state === 'late',
})
