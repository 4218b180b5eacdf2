import { longViewSvg } from '../../../domain/longview/longViewSvg'
import { zoomed } from '../../../domain/longview/zoomed'
import { earlierSentence } from '../../queries/plans/earlierSentence'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { namesOf } from '../../queries/supervision/caseRecord'
import { casePageParts, type CasePageParts } from '../../queries/web/case/casePageParts'
import { caseSessions } from '../../queries/web/case/caseSessions'
import { show } from '../app/answer'
import { forCase } from '../app/forCase'
import { page, type Asked } from '../app/page'
import { drawn } from '../app/views'
import { alertLine } from './alertLines'
import { caseActions } from './caseActions'
import { caseAddress } from './caseAddress'
import { caseStatus } from './caseStatus'
import { childNames } from './childNames'
import { chronologyLine } from './chronologyLines'
import { dueLines, endedLine } from './dueLines'
import { idsIn } from './eventDetails'
import { sessionLines } from './sessionLines'
import { laneTables, named, spanAsked, zooms } from './timelineRows'
import { toldLine } from './toldLines'

/** `/cases/:ref`: who it is about, the picture over time, what is due, who was told, and the newest of the chronology. */
export const CASE_PAGE = page({
  method: 'GET',
  path: '/cases/:ref',
  needs: 'see-own-work',
  answer: forCase('/cases/:ref', async (asked, about) => {
    const { db, reader, today } = asked
    const [parts, sessions] = await Promise.all([
      casePageParts(db, about, { reader, today }),
      caseSessions(db, about.id, reader),
    ])
    const people = await namesOf(
      db,
      parts.chronology.flatMap(({ payload }) => idsIn(payload)),
    )
    return show('case/casePage.njk', {
      ...caseShown(asked, about, { parts, people }),
      sessions: sessionLines(sessions),
    })
  }),
})

interface Loaded {
  readonly parts: CasePageParts
  readonly people: ReadonlyMap<string, string>
}

function caseShown({ today, query }: Asked, { ref }: ReadableCase, { parts, people }: Loaded): object {
  const names = childNames(parts.children)
  const due = dueLines(parts.due, { ref, names, today, calendar: parts.calendar })
  const late = due.filter((one) => one.late).length
  return {
    ref,
    ...caseStatus({ ref, head: parts.head, children: parts.children, stalls: parts.stalls }),
    restricted: parts.head.restricted,
    problem: parts.head.problem,
    factProblems: (parts.head.fact_problems ?? []).map(({ problem }) => problem),
    earlier: parts.earlier.map((one) => earlierSentence(one, ref)),
    actions: caseActions(ref),
    timeline: timelineShown(parts, { ref, names, query }),
    due,
    lateWords: late === 0 ? '' : `${String(late)} ${late === 1 ? 'thing is' : 'things are'} late`,
    nothingDue: due.length === 0,
    ended: parts.ended.map((one) => endedLine(one, { ref, names })),
    told: parts.told.map((one) => toldLine(one, ref)),
    toldMore:
      parts.toldCount > parts.told.length
        ? `The newest ${String(parts.told.length)} of ${String(parts.toldCount)}.`
        : '',
    alerts: parts.alerts.map((one) => alertLine(one, today)),
    chronology: parts.chronology.map((row) => chronologyLine(row, { ref, names, people })),
    chronologyHref: caseAddress(ref, 'chronology'),
    chronologyNewest: `The newest ${String(parts.chronology.length)} of ${String(parts.chronologyCount)}.`,
    chronologyAll: 'The whole chronology',
  }
}

interface Looking {
  readonly ref: string
  readonly names: ReadonlyMap<string, string>
  readonly query: Asked['query']
}

/** Null where the case could not be planned: half a picture would be read as the whole. */
function timelineShown({ view }: CasePageParts, { ref, names, query }: Looking): object | null {
  if (view === null) return null
  const span = spanAsked(query, view)
  const shown = zoomed(named(view, names), span)
  return { picture: drawn(longViewSvg(shown)), tables: laneTables(shown), zooms: zooms(ref, view, span) }
}
