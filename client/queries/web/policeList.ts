import { Prisma } from '../../../prisma/generated/client'
import type { Database } from '../../../prisma/database'
import type { Reader } from '../reading/loadReader'
import { policeCases } from '../reading/readableCases'

/** A case of the police track: days and numbers, and nothing else of the record. Days are ISO dates. */
export interface PoliceCase {
  readonly ref: string
  readonly team: string | null
  /** The newest version of the written plan; null where none is written. */
  readonly version: number | null
  /** Of the safety plan, the next day or the first that is late; and the same of its cautions. */
  readonly next_on: string | null
  readonly caution_on: string | null
  readonly cautions: number
  /** Breaches whose next step is asked for by today. */
  readonly breaches: number
}

const OF_PLAN = ['safety-plan-written', 'safety-plan-signed', 'safety-plan-review', 'visit-safety-plan']

/** The cases whose safety plan or cautions this reader follows, those with the soonest day first. Cases that never had either are none of theirs. */
export const policeList = (db: Database, reader: Reader, offset: number): Promise<PoliceCase[]> =>
  db.$queryRaw<PoliceCase[]>(Prisma.sql`
    select c.ref, t.name as team, (select max(d.number) from safety_plan_document d where d.case_id = c.id) as version,
      o.next_on::text, o.caution_on::text, coalesce(o.cautions, 0) as cautions, coalesce(o.breaches, 0) as breaches
    from case_file c left join team t on t.id = c.team_id
      left join lateral (select min(x.due_on) filter (where x.rule = any(${OF_PLAN})) as next_on,
          min(x.due_on) filter (where x.rule = 'conditional-caution') as caution_on,
          (count(*) filter (where x.rule = 'conditional-caution'))::int as cautions,
          (count(*) filter (where x.rule = 'breach-without-next-step' and x.due_on <= ${reader.day.toString()}::date))::int as breaches
        from obligation x where x.case_id = c.id and x.state = 'open') o on true
    where ${policeCases(reader)} and c.open
      and exists (select from chronology_event e where e.case_id = c.id and e.kind in ('safety-plan-agreed', 'caution-given'))
    order by least(o.next_on, o.caution_on) nulls last, c.ref limit ${POLICE_PAGE + 1} offset ${offset}`)

/** Lines of a page. One more is asked for, to know whether there are others. */
export const POLICE_PAGE = 100
