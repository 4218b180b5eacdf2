import { json } from '../app/answer'
import { periodAsked } from '../reports/reportAsking'
import { REPORT_GROUPS } from '../reports/reportGroups'
import { managedTeams } from '../team/managedTeams'
import { endpoint, NO_SUCH } from './endpoint'
import { REPORT, REPORT_ASKED } from './supervisionSchemas'

const needs = 'see-reports' as const

/** The figures of one group, of the teams a reader sees the figures of. The lists behind them are on their pages. */
export const REPORT_ENDPOINT = endpoint({
  ...{ method: 'GET', path: '/api/v1/reports/:group', needs, summary: 'The figures of one group' },
  ...{ query: REPORT_ASKED, output: REPORT },
  answer: async ({ db, reader, params, today }, { query }) => {
    const group = REPORT_GROUPS.find(({ id }) => id === params['group'])
    const managed = await managedTeams(db, reader, { permission: needs, asked: query.team })
    if (group === undefined || managed === undefined) return NO_SUCH
    const period = periodAsked(query, today)
    const { figures } = await group.read(db, { reader, teams: managed.teams, worker: null, ...period })
    return json({
      ...{ group: group.id, title: group.title, team: managed.one?.name ?? null },
      ...{ from: period.from.toString(), to: period.to.toString() },
      figures: figures.map(({ id, title, words, counted, of, beside }) => ({
        ...{ id, title, words, count: counted.length, of: of?.length ?? null, beside },
      })),
    })
  },
})
