import type { LocalDate } from '@js-joda/core'
import { loadFacts } from '../../../../activities/planning/loadFacts'
import { knownOn } from '../../../../domain/chronology/knownOn'
import { isOpen } from '../../../../domain/agenda/agenda'
import { ruleFollowed, versionNamed } from '../../../../domain/policy/policySchedule'
import type { Rule } from '../../../../domain/policy/policyPack'
import { keyOf, type Obligation } from '../../../../domain/timeline/obligation'
import { timeline } from '../../../../domain/timeline/timeline'
import type { Database } from '../../../../prisma/database'
import { rowsOf } from '../../../../prisma/rowsOf'
import { Prisma } from '../../../../prisma/generated/client'
import { isId } from '../../../commands/isId'
import type { ReadableCase } from '../../reading/readableCase'
import { rulesNow } from '../rulesNow'
import { childrenQuestion, type CaseChild } from './caseHead'
import { toldOfMatter, type ToldOfCase } from './caseTold'

/** One matter of a case as it was planned. Days are ISO dates. */
export interface MatterRow {
  readonly id: string
  readonly rule: string
  readonly subject: string
  readonly trigger: string
  readonly part: string
  readonly title: string
  readonly kind: Obligation['kind']
  readonly due_on: string
  readonly limit_on: string
  readonly booked_for: string | null
  readonly state: string
  readonly ended_on: string | null
  readonly policy: string
  /** Sentences, in order. */
  readonly explanation: readonly string[]
  readonly moved_because: string | null
  readonly late_unit: Obligation['lateUnit']
}

/** Who put a version of the rules into force, and since when. Days are ISO dates. */
export interface VersionRow {
  readonly in_force_from: string
  readonly activated_by: string
  readonly approved_by: string | null
}

/** Why something is due on its day, and whom that was and will be told. */
export interface WhyPart {
  readonly matter: MatterRow
  readonly children: readonly CaseChild[]
  readonly rule: Rule
  /** The version of the rules has left those in force: the rule is the newest one's. */
  readonly versionGone: boolean
  /** Null for the pack that comes with Caseclock. */
  readonly version: VersionRow | null
  readonly told: readonly ToldOfCase[]
  /** What is still to be told, where nothing else happens. */
  readonly ahead: Pick<Obligation, 'reminders' | 'late'>
}

/** Of a matter of this very case; undefined where it is of another, or there is none. */
export async function whyPart(
  db: Database,
  about: ReadableCase,
  { obligation, today }: { readonly obligation: string; readonly today: LocalDate },
): Promise<WhyPart | undefined> {
  if (!isId(obligation)) return undefined
  const rows = await rowsOf<{ matter: MatterRow; children: CaseChild; told: ToldOfCase; version: VersionRow }>(db, {
    matter: Prisma.sql`
      select o.id::text, o.rule, o.subject, o.trigger, o.part, o.title, o.kind, o.due_on::text, o.limit_on::text, o.booked_for::text, o.state,
        o.ended_on::text, o.policy, o.explanation, o.moved_because, o.late_unit
      from obligation o where o.id = ${obligation}::uuid and o.case_id = ${about.id}::uuid and o.state <> 'gone'`,
    children: childrenQuestion(about.id),
    told: toldOfMatter(obligation),
    version: Prisma.sql`
      select v.in_force_from::text, p.name as activated_by, nullif(concat_ws(', ', v.overlay->'approvedBy'->>'name', v.overlay->'approvedBy'->>'post'), '') as approved_by
      from policy_version v join person p on p.id = v.activated_by join obligation o on o.policy = v.name
      where o.id = ${obligation}::uuid order by v.number desc limit 1`,
  })
  const [matter] = rows.matter
  if (matter === undefined) return undefined
  const { policy, calendar } = await rulesNow(db, today)
  const facts = knownOn(await loadFacts(db, about), today)
  const planned = timeline(facts, policy, calendar).obligations.find((one) => keyOf(one) === keyOf(matter))
  const isAhead = planned !== undefined && isOpen(planned, today)
  return {
    matter,
    ...{ children: rows.children, told: rows.told, version: rows.version[0] ?? null },
    rule: ruleFollowed(policy, matter),
    versionGone: versionNamed(policy, matter.policy) === undefined,
    ahead: {
      reminders: isAhead ? planned.reminders.filter(({ on }) => on.isAfter(today)) : [],
      late: isAhead ? planned.late.filter(({ on }) => on.isAfter(today)) : [],
    },
  }
}
