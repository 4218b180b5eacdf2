import type { LocalDate } from '@js-joda/core'
import type { EventOf } from '../../chronology/chronologyEvent'
import { ofKind } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { govukDate } from '../../timeline/govukDate'
import { actionNow, actionStateWords, type ActionState } from './actionState'
import { aboutWhom, counted, inOrder, type DraftLine, type DraftPart } from './draftLine'
import { familyOf, type Drafting } from './drafting'

/** An action agreed at the last discussion, or since in any meeting. Its line's day is the day it is to be done by. */
export interface ActionLine extends DraftLine {
  /** As people wrote it, and so is the owner: perhaps a name. */
  readonly action: string
  readonly owner: string
  /** The date that holds: moved once at most, before it has passed. */
  readonly by: LocalDate
  readonly now: ActionState
  /** `done on 18 June 2026`, `not done, 5 months late`. */
  readonly nowWords: string
}

type Agreed = Effective<EventOf<'action-agreed'>>

/** The actions of the last discussion and those agreed since, by their dates. `told`: the events these lines tell, so that nothing else has to. */
export function actionLines(drafting: Drafting): DraftPart<ActionLine> & { readonly told: ReadonlySet<string> } {
  const told = new Set<string>()
  const lines = ofKind(drafting.folded.all, 'action-agreed')
    .filter((agreed) => isNew(agreed, drafting))
    .map((agreed): ActionLine => {
      const { by, now, doneBy, lateUnit } = actionNow(agreed, drafting)
      const { action, owner } = agreed.data
      told.add(agreed.id)
      if (doneBy !== undefined) told.add(doneBy)
      const about = aboutWhom(agreed.children ?? [], familyOf(drafting))
      const nowWords = actionStateWords(now, by, lateUnit)
      const sentence = `“${action}”, ${owner}, by ${govukDate(by)}: ${nowWords}.`
      return { on: by, about, sentence, action, owner, by, now, nowWords }
    })
    .sort(inOrder)
  return { sentence: partSentence(lines, drafting), lines, told }
}

/** Agreed in a session of that day, whenever it was written down, or on that day or since. */
function isNew({ on, data }: Agreed, { since, folded: { all, firstOf } }: Drafting): boolean {
  if (!on.isBefore(since.from)) return true
  if (since.state === 'never-discussed') return false
  const discussed = ofKind(all, 'discussed-in-supervision').filter((event) => event.on.equals(since.from))
  return since.sessions.includes(data.meeting) || discussed.some(({ first }) => first === firstOf(data.meeting))
}

function partSentence(lines: readonly ActionLine[], { since }: Drafting): string {
  const when = since.state === 'discussed' ? 'at the last discussion or since' : `since ${govukDate(since.from)}`
  if (lines.length === 0) return `No action was agreed ${when}.`
  const states = (['done', 'late', 'not-done', 'no-longer-needed'] as const).flatMap((state) => {
    const n = lines.filter(({ now }) => now.state === state).length
    return n === 0 ? [] : [`${String(n)} ${STATES[state]}`]
  })
  return `${counted(lines.length, 'action was', 'actions were')} agreed ${when}: ${states.join(', ')}.`
}

const STATES: Readonly<Record<ActionState['state'], string>> = {
  done: 'done',
  late: 'late',
  'not-done': 'not done yet',
  'no-longer-needed': 'no longer needed',
}
