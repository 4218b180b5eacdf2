import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import type { CaseFacts } from '../../chronology/caseFacts'
import { knownOn } from '../../chronology/knownOn'
import { foldCase } from '../../timeline/timeline'
import { actionLines, type ActionLine } from './actionLines'
import { childEntries } from './childEntries'
import type { DraftPart } from './draftLine'
import type { Drafting } from './drafting'
import { dueLines, type DueLine } from './dueLines'
import { goalLines, type GoalLine } from './goalLines'
import { promptAnswers, type AnsweredPrompt } from './promptAnswers'
import { newestLines, recordedLines, type Recorded } from './recordedLines'
import { sinceOf, type Since } from './since'
import type { TitledObligation } from './titled'

/** A case summary for group supervision as the record fills it in: history, to which the worker adds judgement. No child and no worker is named but in what people wrote themselves. */
export interface SummaryDraft {
  readonly ref: string
  readonly since: Since
  readonly happened: Recorded
  readonly goals: DraftPart<GoalLine>
  readonly late: DraftPart<DueLine>
  readonly dueNext: DraftPart<DueLine>
  readonly lastDecisions: DraftPart<ActionLine>
  readonly prompts: readonly AnsweredPrompt[]
}

export interface DraftOptions {
  /** The day of the last discussion (`lastDiscussion`); null where there was none. */
  readonly lastOn: LocalDate | null
  /** Civil date, England. What happens after it is not yet known. */
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

/**
 * What the record says of a case since its last discussion, that day included. `obligations`: what is due on the case, from `timeline` of the same facts
 * by `titled`. An event counts on the day it happened, as it stands after all corrections. Source: handbook 4, case summaries and record prompts.
 */
export function summaryDraft(
  facts: CaseFacts,
  obligations: readonly TitledObligation[],
  { lastOn, today, calendar }: DraftOptions,
): SummaryDraft {
  const folded = foldCase(knownOn(facts, today))
  const drafting: Drafting = { folded, obligations, since: sinceOf(lastOn, today, folded.all), today, calendar }
  const { told, ...lastDecisions } = actionLines(drafting)
  const recorded = recordedLines(drafting, told)
  const happened = newestLines(recorded, drafting)
  const goals = goalLines(drafting)
  const { late, dueNext } = dueLines(drafting)
  const children = childEntries(drafting, { late, goals })
  return {
    ref: facts.ref,
    since: drafting.since,
    happened,
    goals,
    late,
    dueNext,
    lastDecisions,
    prompts: promptAnswers({ happened, goals, late, dueNext, lastDecisions }, recorded, children),
  }
}
