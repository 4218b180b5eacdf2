import { holds } from '../../domain/access/holds'
import { isManagerOf } from '../../domain/access/mayAct'
import type { KnownPerson } from '../../domain/access/whoStandsFor'
import type { Transaction } from '../../prisma/database'
import type { PeopleAt } from './peopleAt'

interface Arranging {
  readonly person: KnownPerson
  readonly actorId: string
  readonly people: PeopleAt
}

/** Why this person may not arrange cover for that one, or end it; undefined when they may: the person, a manager of their team or above, an administrator. */
export async function mayCoverProblem(
  tx: Transaction,
  { person, actorId, people }: Arranging,
): Promise<string | undefined> {
  const actor = people.byId(actorId)
  if (actor === undefined) return 'Nobody is known by that id. Name the person who acts with --as.'
  if (!actor.active) return 'This person has left. Act as somebody who is in post.'
  if (actor.id === person.id || holds(actor, 'administer')) return undefined
  const rows = await tx.$queryRaw<{ team_id: string | null }[]>`
    select team_id::text from person where id = ${person.id}::uuid`
  const teams = new Set([...rows.map((row) => row.team_id), ...person.roles.map(({ teamId }) => teamId)])
  const covered = people.coveredBy(actor)
  const manages = [...teams].some((teamId) => isManagerOf(actor, { teamId, parents: people.parents }, covered))
  return manages
    ? undefined
    : 'Cover is arranged by whoever is away, a manager of their team or of one above it, or an administrator. Ask one of them.'
}
