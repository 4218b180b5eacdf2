import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../../chronology/childHistory'
import type { EventOf } from '../../chronology/chronologyEvent'
import type { Effective } from '../../chronology/effectiveEvents'
import type { CaseRuleInput } from '../ruleInput'

type Ended = Effective<EventOf<'dispute-stage-ended'>>

/** One stage of a dispute, numbered from 1: what began it, and the end that was recorded for it. */
export interface DisputeStage {
  readonly number: number
  readonly began: Effective
  readonly ended: Ended | undefined
}

/**
 * The stages of a dispute: the first begins when it is raised, each further one with the recorded end of the one before. An end says its stage as a number; one that
 * names it otherwise ends the stage that runs. A stage recorded as ended twice ended once; one that was passed over ended with the next. The last stage has no end but the
 * resolution: an end recorded of it, or beyond it, ends those before. Nothing begins on or after `over`. `from`: the stage it begins on, where it skips those before.
 */
export function disputeStages(
  raised: Effective,
  { all, firstOf }: Pick<CaseRuleInput, 'all' | 'firstOf'>,
  { over, last, from = 1 }: { readonly over: LocalDate | null; readonly last: number; readonly from?: number },
): readonly DisputeStage[] {
  const ends = ofKind(all, 'dispute-stage-ended').filter(
    ({ on, data }) => firstOf(data.dispute) === raised.first && !on.isBefore(raised.on),
  )
  const stages: DisputeStage[] = []
  let running: DisputeStage = { number: from, began: raised, ended: undefined }
  for (const end of ends) {
    if (over !== null && end.on.isAfter(over)) break
    const said = Number(end.data.stage)
    const number = Number.isInteger(said) && said > 0 ? said : running.number
    if (number < running.number || running.number >= last) continue
    stages.push({ ...running, ended: end })
    running = { number: Math.min(number + 1, last), began: end, ended: undefined }
  }
  return over !== null && stages.length > 0 && !running.began.on.isBefore(over) ? stages : [...stages, running]
}
