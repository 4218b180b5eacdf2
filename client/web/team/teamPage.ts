import { escalationNumbers } from '../../../domain/policy/alertRules'
import { monthName } from '../../../domain/supervision/monthName'
import { besideAlerts } from '../../queries/alerts/besideAlerts'
import { readerAlerts } from '../../queries/alerts/readerAlerts'
import { supervisionCoverage } from '../../queries/supervision/supervisionFigures'
import { matterCounts, teamMatters } from '../../queries/team/matters'
import { heldCases } from '../../queries/team/heldCases'
import { teamDiary } from '../../queries/team/teamDiary'
import { teamPeople, unallocatedCases } from '../../queries/team/teamPeople'
import { casesOf } from '../../queries/team/teamScope'
import { rulesNow } from '../../queries/web/rulesNow'
import { followUpCount } from '../../queries/team/openFollowUps'
import type { NamedTeam } from '../../queries/web/teamNamesById'
import type { AlertsOn } from '../alerts/alertRow'
import { NOTHING_HERE, show } from '../app/answer'
import { page, type Asked } from '../app/page'
import { coverageLine } from './coverageLine'
import { diaryWords } from './diaryWords'
import { managedTeams } from './managedTeams'
import { personRow } from './personRow'
import { counted } from './plural'
import { teamAlert } from './teamAlert'
import { teamCounts } from './teamCounts'
import { listHref, topCounts } from './topCounts'

/** So many alerts are shown here; the others are a link away. */
const ALERTS_SHOWN = 20
const MONTHS_SHOWN = 3

/** `/team`: a team manager's home; for who answers for several teams a line for each. */
export const TEAM = page({
  method: 'GET',
  path: '/team',
  needs: 'manage-team',
  answer: async (asked) => {
    const { db, reader, today, query } = asked
    const managed = await managedTeams(db, reader, { permission: 'manage-team', asked: query['team'] })
    if (managed === undefined) return NOTHING_HERE
    const { all, one, teams } = managed
    const { policy, calendar } = await rulesNow(db, today)
    const on: AlertsOn = { today, calendar, numbers: escalationNumbers(policy) }
    const [matters, alerts, people, unallocated, followUps] = await Promise.all([
      matterCounts(db, reader, teams),
      readerAlerts(db, reader, { state: 'open', where: casesOf(reader, teams) }),
      teamPeople(db, reader, teams),
      unallocatedCases(db, reader, teams),
      followUpCount(db, reader, teams),
    ])
    const found = { matters, alerts, people, unallocated }
    const shown = alerts.slice(0, ALERTS_SHOWN)
    const beside = await besideAlerts(
      db,
      shown.map(({ id }) => id),
    )
    const team = one?.id ?? null
    return show('team/team.njk', {
      heading: one === null ? 'My teams' : `My team: ${one.name}`,
      teams:
        all.length > 1 ? all.map(({ id, name }) => ({ name, href: `/team?team=${id}`, current: id === team })) : [],
      allHref: one === null || all.length < 2 ? null : '/team',
      counts: [
        ...topCounts(teamCounts(found, null), team),
        ...(followUps === 0
          ? []
          : [
              {
                text: counted(followUps, 'follow-up is to be answered', 'follow-ups are to be answered'),
                href: '/follow-ups',
              },
            ]),
      ],
      alertCount: alerts.length,
      alerts: shown.map((alert) => teamAlert(alert, beside, on)),
      allAlerts: alerts.length > ALERTS_SHOWN ? `/escalations${team === null ? '' : `?team=${team}`}` : null,
      back: team === null ? '/team' : `/team?team=${team}`,
      lines: one === null ? all.map((each) => teamLine(each, found)) : [],
      team: one === null ? null : await oneTeam(asked, one, { ...found, on }),
    })
  },
})

type Found = Parameters<typeof teamCounts>[0]

const teamLine = ({ id, name }: NamedTeam, found: Found) => {
  const counts = teamCounts(found, id)
  const figure = (list: string, count: number) => ({ count, href: count === 0 ? null : listHref(list, id) })
  return {
    ...{ name, href: `/team?team=${id}` },
    figures: [
      { count: counts.alerts, href: counts.alerts === 0 ? null : `/escalations?team=${id}` },
      figure('waiting', counts.waiting),
      figure('held-up', counts.heldUp),
      figure('late', counts.late),
      figure('due-week', counts.dueWeek),
      figure('over', counts.over),
      figure('unallocated', counts.unallocated),
    ],
  }
}

/** What is shown of one team beside its alerts. */
async function oneTeam({ db, reader, today }: Asked, { id }: NamedTeam, found: Found & { readonly on: AlertsOn }) {
  const span = { from: monthName(today.minusMonths(MONTHS_SHOWN)), to: monthName(today.minusMonths(1)) }
  const [matters, cases, diary, coverage] = await Promise.all([
    teamMatters(db, reader, { teams: [id] }),
    heldCases(db, reader, [id]),
    teamDiary(db, reader, id),
    supervisionCoverage(db, { span, teams: [id], today, reader }),
  ])
  const alertCases = found.alerts.map(({ caseId }) => caseId)
  const about = { team: id, today, matters, alertCases, casesOf: cases, leave: diary.leave }
  return {
    people: found.people.map((person) => personRow(person, about)),
    ...diaryWords(diary, { teamId: id, calendar: found.on.calendar, today }),
    coverage: coverage.map(coverageLine),
    unallocated: found.unallocated.map(({ ref }) => ({ ref, href: `/cases/${encodeURIComponent(ref)}` })),
  }
}
