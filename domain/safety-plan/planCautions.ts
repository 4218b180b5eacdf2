import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { ofKind, type Histories } from '../chronology/childHistory'
import type { Obligation } from '../timeline/obligation'
import { standing, type Standing } from '../timeline/standing'

/** A conditional caution with its days: until when it has to be met, and from when social care is asked whether it is. */
export interface PlanCaution {
  /** The event's id: by it compliance is asked and its end recorded. */
  readonly id: string
  readonly givenOn: LocalDate
  readonly dueOn: LocalDate
  readonly state: Standing['state']
  /** The day compliance is to be asked; null where the rules have no such day. */
  readonly askOn: LocalDate | null
  readonly askedOn: LocalDate | null
  readonly ended: { readonly on: LocalDate; readonly result: 'met' | 'court' } | null
}

/** The cautions of a case. `askOn` is what the rule reminds of first, also once it has been asked. */
export function planCautions(
  { all, firstOf }: Pick<Histories, 'all' | 'firstOf'>,
  { obligations, asksBefore, today, calendar }: Looking,
): readonly PlanCaution[] {
  return ofKind(all, 'caution-given').flatMap(({ id, first, on }) => {
    const due = obligations.find(({ rule, trigger }) => rule === 'conditional-caution' && trigger === first)
    if (due === undefined) return []
    const names = ({ data }: { readonly data: { readonly caution: string } }): boolean =>
      firstOf(data.caution) === first
    const ended = ofKind(all, 'caution-ended').find(names)
    return [
      {
        ...{ id, givenOn: on, dueOn: due.dueOn, state: standing(due, today, calendar).state },
        askOn: asksBefore(due),
        askedOn: ofKind(all, 'caution-compliance-asked').find(names)?.on ?? null,
        ended: ended === undefined ? null : { on: ended.on, result: ended.data.result },
      },
    ]
  })
}

interface Looking {
  readonly obligations: readonly Obligation[]
  readonly asksBefore: (due: Obligation) => LocalDate | null
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}
