import type { LocalDate } from '@js-joda/core'
import { holds } from '../../../domain/access/holds'
import { mayCoverFor } from '../../../domain/access/standIn'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { Refusal } from '../command'
import type { PeopleAt } from '../peopleAt'

interface Wanted {
  readonly actorId: string
  readonly fromId: string
  readonly toId: string
  readonly on: LocalDate
  readonly today: LocalDate
}

/** Why no case at all can change hands so, or undefined. Who hands on may have left: that is when it is needed most. */
export function reassignProblem(people: PeopleAt, { actorId, fromId, toId, on, today }: Wanted): Refusal | undefined {
  const notAllowed = actorProblem(people, actorId)
  if (notAllowed !== undefined) return { refused: 'not-allowed', todo: notAllowed }
  const [from, to] = [people.byId(fromId), people.byId(toId)]
  if (from === undefined || to === undefined)
    return { refused: 'unknown-person', todo: 'Nobody is known by that id. Give a staff number, an id or a name.' }
  if (from.id === to.id) return bad('They hold these cases already. Name somebody else with --to.')
  if (!to.active) return bad('Who is to take the cases has left. Name somebody who is in post with --to.')
  if (!mayCoverFor(to, from)) return bad('Police hold no cases. Name somebody else with --to.')
  return on.isAfter(today)
    ? bad(
        `${govukDate(on)} is in the future: arrange cover until then, and give the cases to somebody else on the day.`,
      )
    : undefined
}

/** Whoever manages no team and runs nothing may move no case: they are not told either which cases somebody holds. Of each case it is asked again. */
function actorProblem(people: PeopleAt, actorId: string): string | undefined {
  const actor = people.byId(actorId)
  if (actor === undefined) return 'Nobody is known by that id. Name the person who acts with --as.'
  if (!actor.active) return 'This person has left. Act as somebody who is in post.'
  return holds(actor, 'manage-team', people.coveredBy(actor)) || holds(actor, 'administer')
    ? undefined
    : 'Only a manager or an administrator may give cases to somebody else. Ask one of them.'
}

const bad = (todo: string): Refusal => ({ refused: 'bad-data', todo })
