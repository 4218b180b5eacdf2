import type { LocalDate } from '@js-joda/core'
import { loadFacts } from '../../../../activities/planning/loadFacts'
import { knownOn } from '../../../../domain/chronology/knownOn'
import type { WorkingCalendar } from '../../../../domain/calendar/workingCalendar'
import { longView, type LongView } from '../../../../domain/longview/longView'
import { foldCase } from '../../../../domain/timeline/timeline'
import type { Database } from '../../../../prisma/database'
import { rowsOf } from '../../../../prisma/rowsOf'
import { earlierDecisions, type EarlierDecision } from '../../plans/earlierDecisions'
import type { Reader } from '../../reading/loadReader'
import type { ReadableCase } from '../../reading/readableCase'
import { rulesNow } from '../rulesNow'
import { chronologyOf, type ChronologyRow } from './caseChronology'
import { dueOf, type DueOfCase, type EndedOfCase } from './caseDue'
import { headOf, type CaseChild, type CaseHead, type CaseStall } from './caseHead'
import { toldOf, type AlertOfCase, type ToldOfCase } from './caseTold'

/** Everything the page of a case shows. Children's names are here. */
export interface CasePageParts {
  readonly head: CaseHead
  readonly children: readonly CaseChild[]
  readonly stalls: readonly CaseStall[]
  readonly due: readonly DueOfCase[]
  readonly ended: readonly EndedOfCase[]
  readonly told: readonly ToldOfCase[]
  readonly toldCount: number
  readonly alerts: readonly AlertOfCase[]
  readonly chronology: readonly ChronologyRow[]
  readonly chronologyCount: number
  readonly calendar: WorkingCalendar
  /** Null where the case could not be planned: its facts say why. */
  readonly view: LongView | null
  readonly earlier: readonly EarlierDecision[]
}

interface Rows {
  readonly head: CaseHead
  readonly children: CaseChild
  readonly stalls: CaseStall
  readonly due: DueOfCase
  readonly ended: EndedOfCase
  readonly told: ToldOfCase
  readonly toldCount: { readonly count: number }
  readonly alerts: AlertOfCase
  readonly chronology: ChronologyRow
  readonly chronologyCount: { readonly count: number }
}

/** How much of the chronology stands on the case's own page. */
const NEWEST = 10

/** A case for somebody who may read it (`forCase` has asked): its lists in one question, its facts in another. */
export async function casePageParts(
  db: Database,
  about: ReadableCase,
  { reader, today }: { readonly reader: Reader; readonly today: LocalDate },
): Promise<CasePageParts> {
  const { id } = about
  const rows = await rowsOf<Rows>(db, {
    ...headOf(id, today),
    ...dueOf(id, today),
    ...toldOf(id),
    ...chronologyOf({ caseId: id, limit: NEWEST, offset: 0 }),
  })
  const [head] = rows.head
  if (head === undefined) throw new Error(`Case ${id} vanished while it was read.`)
  const rules = await rulesNow(db, today)
  const known = head.problem === null ? knownOn(await loadFacts(db, about), today) : undefined
  return {
    ...rows,
    head,
    toldCount: rows.toldCount[0]?.count ?? 0,
    chronologyCount: rows.chronologyCount[0]?.count ?? 0,
    calendar: rules.calendar,
    view: known === undefined ? null : longView(known, rules.policy, rules.calendar, today),
    earlier:
      known === undefined
        ? []
        : await earlierDecisions(db, { ref: about.ref, folded: foldCase(known), rules, today, readerId: reader.id }),
  }
}
