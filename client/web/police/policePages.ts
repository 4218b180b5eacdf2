import { noteView } from '../../commands/web/noteView'
import { isoDay } from '../../../domain/calendar/isoDay'
import { roleWords } from '../../../domain/safety-plan/roles'
import { policeCase } from '../../queries/web/policeCase'
import { POLICE_PAGE, policeList } from '../../queries/web/policeList'
import { policePlan } from '../../queries/safetyPlan'
import { NOTHING_HERE, show } from '../app/answer'
import { dayWords } from '../app/momentWords'
import { page, type Page } from '../app/page'
import { breachShown, cautionShown, clockShown, KEPT } from '../plans/planTrackShown'
import { policeRow } from './policeRow'

const LIST = page({
  ...{ method: 'GET', path: '/police', needs: 'follow-police-track' },
  answer: async ({ db, reader, today, query }) => {
    const { page: asked } = query
    const number = typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
    const rows = await policeList(db, reader, (number - 1) * POLICE_PAGE)
    return show('police/police.njk', {
      rows: rows.slice(0, POLICE_PAGE).map((row) => policeRow(row, today)),
      moreHref: rows.length > POLICE_PAGE ? `/police?page=${String(number + 1)}` : null,
    })
  },
})

const ONE = page({
  ...{ method: 'GET', path: '/police/cases/:ref', needs: 'follow-police-track' },
  answer: async ({ db, reader, now, params }) => {
    const about = await policeCase(db, reader, params['ref'] ?? '')
    if (about === undefined) return NOTHING_HERE
    await noteView(db, { caseId: about.id, actorId: reader.id, page: '/police/cases/:ref', now })
    const found = await policePlan(db, { ref: about.ref, readerId: reader.id })
    if ('todo' in found) return NOTHING_HERE
    return show('police/policeCase.njk', {
      ref: found.ref,
      state: STATES[found.state],
      version:
        found.version === null ? '' : `Version ${String(found.version)}. The lines are numbered as on the signed copy.`,
      lines: found.lines.map(({ line, duty, by, kept, reviewedOn }) => ({
        ...{ line, duty: roleWords(duty), by: dayWords(isoDay(by)) },
        kept: `${KEPT[kept] ?? kept}${reviewedOn === null ? '' : `, ${dayWords(reviewedOn)}`}`,
      })),
      deadlines: found.deadlines.map(clockShown),
      breaches: found.breaches.map(breachShown),
      cautions: found.cautions.map(cautionShown),
    })
  },
})

const STATES = {
  none: 'There is no safety plan.',
  agreed: 'A safety plan is agreed, and not written up yet.',
  written: 'A written safety plan runs.',
  ended: 'The safety plan has ended.',
} as const

/** What police see: safety plans and cautions of their teams’ cases, and nothing else of the record. */
export const POLICE_PAGES: readonly Page[] = [LIST, ONE]
