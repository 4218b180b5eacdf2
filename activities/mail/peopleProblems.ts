import { londonDay } from '../../domain/calendar/london'
import type { Database, Transaction } from '../../prisma/database'
import { readClock } from '../clock'
import { closedGaps, type ClosedGap } from '../people/closedGaps'
import type { StandingProblem } from './standingProblems'

/** What stands to be put right about people: restricted cases that their own people may not open, and open cases whose reviewing officer has left. */
export async function peopleProblems(db: Database | Transaction): Promise<readonly StandingProblem[]> {
  const today = londonDay((await readClock(db)).now)
  const chairs = await db.$queryRaw<{ ref: string }[]>`
    select distinct c.ref from person p join chronology_event e on e.payload ->> 'person' = p.id::text and e.kind = 'chair-allocated'
      join case_file c on c.id = e.case_id
    where p.left_on <= ${today.toString()}::date and c.open and not e.voids and e.occurred_on <= ${today.toString()}::date
      and not exists (select from chronology_event s where s.case_id = e.case_id and s.supersedes = e.id)
      and not exists (select from chronology_event later where later.case_id = e.case_id and later.kind = 'chair-allocated' and not later.voids
        and later.occurred_on <= ${today.toString()}::date
        and not exists (select from chronology_event s where s.case_id = later.case_id and s.supersedes = later.id)
        and (cardinality(later.children) = 0 or (cardinality(e.children) > 0 and later.children @> e.children))
        and (later.occurred_on, later.facts_version, later.position) > (e.occurred_on, e.facts_version, e.position))
    order by c.ref`
  const about = (kind: StandingProblem['kind'], ref: string, problem: string): StandingProblem => ({
    ...{ kind, about: ref, title: '', since: null, count: 1, problem },
  })
  return [
    ...(await closedGaps(db, today)).map((gap) => about('access', gap.ref, gapWords(gap))),
    ...chairs.map(({ ref }) => about('chair', ref, 'its reviewing officer has left')),
  ]
}

function gapWords({ roles, nobody }: ClosedGap): string {
  const whose =
    roles.length === 0
      ? ''
      : `its ${roles.join(' and its ')} may not open it and ${roles.length === 1 ? 'is' : 'are'} told nothing`
  return [whose, nobody ? 'nobody is left who may be told' : ''].filter((words) => words !== '').join('; ')
}
