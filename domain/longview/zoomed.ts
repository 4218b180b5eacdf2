import type { LocalDate } from '@js-joda/core'
import type { Lane, LongView } from './longView'

/** The days that are looked at; both belong to it. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The same view of some days only: what lies in them or reaches into them, with its own days. What was due before them and is late reaches into them as a gap. Throws where `to` is before `from`. */
export function zoomed(view: LongView, { from, to }: Span): LongView {
  if (to.isBefore(from)) throw new Error(`No days lie between ${from.toString()} and ${to.toString()}.`)
  const reaches = (one: { readonly from: LocalDate; readonly to: LocalDate | null }): boolean =>
    !one.from.isAfter(to) && !(one.to ?? view.today).isBefore(from)
  const within = (day: LocalDate): boolean => !day.isBefore(from) && !day.isAfter(to)
  return {
    ...view,
    ...{ from, to },
    lanes: view.lanes.map((lane): Lane => {
      const dayOf = ({ dueOn, bookedFor }: Lane['toDo'][number]): LocalDate => bookedFor ?? dueOn
      const toDo = lane.toDo.filter((one) => within(dayOf(one)))
      return {
        ...lane,
        plans: lane.plans.filter(reaches),
        held: lane.held.filter(({ on }) => within(on)),
        toDo,
        later: lane.later + lane.toDo.filter((one) => dayOf(one).isAfter(to)).length,
        gaps: lane.gaps.filter(reaches),
      }
    }),
  }
}
