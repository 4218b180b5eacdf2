import { textOf } from '../app/formText'
import type { LocalDate } from '@js-joda/core'
import { isId } from '../../commands/isId'
import { recordAhead } from '../../commands/web/recordAhead'
import { recordEvent, type RecordEvent } from '../../commands/recordEvent'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { isoDay } from '../../../domain/calendar/isoDay'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { dueOnCase } from '../../queries/web/dueOnCase'
import { recordable, type Recordable } from '../../queries/web/recordable'
import { latestVersion } from '../../queries/web/latestVersion'
import { recordedFact, type RecordedFact } from '../../queries/web/recordedFact'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { boxesOf, formDay } from '../app/formDay'
import type { Asked } from '../app/page'
import { localPath } from '../sign-in/localPath'
import { childrenIn, chosenChildren } from './childrenOfForm'
import { correctedBefore } from './correctedBefore'
import { formFields } from './formFields'
import { filledIn, readFields, type Form, type FormProblem } from './readFields'
import { setsWords } from './setsWords'
import { kindWords } from './kindWords'
import { refusedForm, shown } from './refusedForm'

/** The form of a kind, as it opens: today, all children; what it corrects as it was recorded. */
export async function showForm(asked: Asked, about: ReadableCase, kind: EventKind): Promise<Answer> {
  const { db, today, query } = asked
  const [from, fact, due] = await Promise.all([
    recordable(db, about, today),
    corrected(asked, about, query['corrects']),
    typeof query['due'] === 'string' && isId(query['due']) ? dueOnCase(db, about.id, query['due']) : undefined,
  ])
  if (fact === null || (fact !== undefined && fact.kind !== kind)) return NOTHING_HERE
  const children = chosenChildren(from, fact?.children ?? due?.subjects ?? [])
  const form = {
    ...(fact === undefined ? {} : filledIn(kind, fact.payload)),
    ...inBoxes(fact === undefined ? today : isoDay(fact.on)),
    ...{ child: children, seen: String(about.facts_version), back: localPath(query['back']) },
    ...(fact === undefined ? {} : { corrects: fact.id }),
    ...(fact !== undefined && query['void'] === '1' ? { void: '1' } : {}),
  }
  return shown({ about, kind, form, from, due: due ?? null })
}

/** What was sent: checked, and with the second button recorded. Nothing is written by the first. */
export async function sendForm(asked: Asked, about: ReadableCase, kind: EventKind): Promise<Answer> {
  const { db, form, today } = asked
  const [from, fact] = await Promise.all([recordable(db, about, today), corrected(asked, about, form['corrects'])])
  const before = fact === null ? await latestVersion(db, about.id, textOf(form, 'corrects')) : undefined
  if ((fact === null && before === undefined) || (fact ?? before ?? { kind }).kind !== kind) return NOTHING_HERE
  const stands = fact ?? undefined
  const isVoid = textOf(form, 'corrects') !== '' && form['void'] === '1'
  const read = isVoid
    ? {
        data: stands?.payload ?? {},
        problems: [],
        on: stands?.on ?? today.toString(),
        children: stands?.children ?? [],
      }
    : readForm(kind, form, from)
  const again = { about, kind, form, from, due: null }
  if (read.problems.length > 0) return shown({ ...again, problems: read.problems }, 422)
  const command: RecordEvent = {
    ...{ ref: about.ref, kind, on: read.on, data: { ...unasked(kind, stands), ...read.data } },
    ...{ actorId: asked.reader.id, commandId: formCommand(form) },
    ...(read.children.length === 0 ? {} : { children: read.children }),
    ...(fact === undefined ? {} : { supersedes: textOf(form, 'corrects') }),
    ...(isVoid ? { void: true } : {}),
    ...(/^\d{1,9}$/.test(textOf(form, 'seen')) ? { seenVersion: Number(textOf(form, 'seen')) } : {}),
  }
  const done = isVoid ? 'taken back' : fact === undefined ? 'recorded' : 'corrected'
  const said = `${kindWords(kind)}: ${done} on ${about.ref}.`
  if (before !== undefined) {
    const answer = await correctedBefore(asked, { command, again, latest: before.latest })
    return 'accepted' in answer ? goTo(backTo(form, about), said) : answer
  }
  // What it sets is looked at also before it is saved, so that saving can say it.
  const sets = await recordAhead(db, about, { command, today })
  if (textOf(form, 'step') !== 'save')
    return 'refused' in sets ? refusedForm(asked, again, sets) : shown({ ...again, sets: setsWords(sets) })
  const answer = await recordEvent(asked, command)
  if ('refused' in answer) return refusedForm(asked, again, answer)
  return goTo(backTo(form, about), `${said} ${'refused' in sets ? '' : setsWords(sets).saying}`.trim())
}

/** What a fact says beside the fields of its form, such as the meeting it belongs to: a correction keeps it. */
const unasked = (kind: EventKind, fact: RecordedFact | undefined): object =>
  Object.fromEntries(
    Object.entries(fact?.payload ?? {}).filter(([name]) => !formFields(kind).some(([field]) => field === name)),
  )

interface Read {
  readonly data: Readonly<Record<string, unknown>>
  readonly problems: readonly FormProblem[]
  /** ISO date. */
  readonly on: string
  /** None: all children of the case. */
  readonly children: readonly string[]
}

function readForm(kind: EventKind, form: Form, from: Recordable): Read {
  const { day, problem } = formDay(form, 'on', 'The day it happened')
  const { data, problems } = readFields(kind, form)
  const children = childrenIn(form, from)
  return {
    ...{ data, on: day?.toString() ?? '' },
    children: children ?? [],
    problems: [
      ...(problem === undefined ? [] : [{ text: problem, href: '#on-day' }]),
      ...(children === undefined ? [{ text: 'Which children: choose one at least', href: '#child' }] : []),
      ...problems,
    ],
  }
}

/** What is to be corrected: undefined where nothing is, null where there is no such fact any more. */
async function corrected({ db }: Asked, about: ReadableCase, named: unknown): Promise<RecordedFact | undefined | null> {
  if (typeof named !== 'string' || named === '') return undefined
  if (!isId(named)) return null
  return (await recordedFact(db, about.id, named)) ?? null
}

function inBoxes(day: LocalDate): Form {
  const boxes = boxesOf(day)
  return { 'on-day': boxes.day, 'on-month': boxes.month, 'on-year': boxes.year }
}

function backTo(form: Form, { ref }: ReadableCase): string {
  const back = localPath(form['back'])
  return back === '/' ? `/cases/${encodeURIComponent(ref)}` : back
}
