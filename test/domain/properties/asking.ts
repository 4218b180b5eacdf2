import type { LocalDate } from '@js-joda/core'
import { dueRevision } from '../../../activities/planning/dueRevision'
import { agenda, type Agenda, type Told } from '../../../domain/agenda/agenda'
import type { AgendaLine } from '../../../domain/agenda/agendaLine'
import type { MomentOf } from '../../../domain/agenda/agendaLines'
import { keyOf, type Obligation } from '../../../domain/timeline/obligation'
import type { Timeline } from '../../../domain/timeline/timeline'

export const MORNING = 6 * 60
export const NIGHT = 22 * 60
/** Minutes since 1970 as if every day had the same: only their order counts. */
export const momentOf: MomentOf = (day, minutes) => day.toEpochDay() * 24 * 60 + minutes

/** What the agenda says on a day after all that was told. */
export const look = (
  { obligations }: Pick<Timeline, 'obligations'>,
  today: LocalDate,
  told: readonly Told[] = [],
  minutes = NIGHT,
): Agenda => agenda({ obligations, told, now: momentOf(today, minutes), today, minute: MORNING, momentOf })

interface ToldOnce extends Told {
  readonly key: string
  readonly due_on: string
  readonly due_revision: number
}

/** The planner without its database: what it wrote has left, and what still counts as told is by the revision of the due date, as there. */
export function asking(): { readonly ask: (known: Timeline, today: LocalDate) => readonly AgendaLine[] } {
  const told: ToldOnce[] = []
  const revisionOf = ({
    dueOn,
    ...key
  }: Pick<Obligation, 'rule' | 'subject' | 'trigger' | 'part' | 'dueOn'>): number => {
    const left = told.filter((notice) => notice.key === keyOf(key))
    return dueRevision(left, dueOn.toString(), 1)
  }
  return {
    ask: (known, today) => {
      const revisions = new Map(known.obligations.map((one) => [keyOf(one), revisionOf(one)]))
      const { write } = look(
        known,
        today,
        told.filter((notice) => revisions.get(notice.key) === notice.due_revision),
      )
      for (const line of write) {
        const { rule, subject, trigger, part, step, to } = line
        const dueOn = line.dueOn.toString()
        const key = keyOf(line)
        told.push({
          rule,
          subject,
          trigger,
          part,
          step,
          to,
          dueOn,
          key,
          due_on: dueOn,
          due_revision: revisions.get(key) ?? 1,
        })
      }
      return write
    },
  }
}
