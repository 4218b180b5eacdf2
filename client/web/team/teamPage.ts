import { CHILDREN_PER_WORKER } from '../../../domain/figures/overCaseload'
import { escalationNumbers } from '../../../domain/policy/alertRules'
import { monthName } from '../../../domain/supervision/monthName'
import { alertCounts } from '../../queries/alerts/alertCounts'
import { alertPage } from '../../queries/alerts/alertPage'
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
import { lookAtAlert } from '../alerts/lookAtAlert'
import { NOTHING_HERE, show } from '../app/answer'
import { page, type Asked } from '../app/page'
import { sheetOf, turnedWhole } from '../app/sheets'
import { coverageLine } from './coverageLine'
import { diaryWords } from './diaryWords'
import { followUpsHref } from './followUpsPage'
import { managedTeams } from './managedTeams'
import { personRow } from './personRow'
import { counted as howMany } from './plural'
import { teamAlert } from './teamAlert'
import { teamCounts } from './teamCounts'
import { listHref, topCounts } from './topCounts'

/** So many alerts are shown of one team, and of several; the others are a link away. */
const ALERTS_SHOWN = 20
const ALERTS_OF_SEVERAL = 10
/** Teams on a page. */
const TEAMS = 50
const MONTHS_SHOWN = 3
/** Of more teams than these the table alone has the names. */
const TEAMS_NAMED = 30

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
    const where = casesOf(reader, teams)
    // Of one team everybody and every alert is read: each person of it has a figure of them. Of several only what is shown.
    const most = one === null ? ALERTS_OF_SEVERAL : undefined
    const [matters, counted, alerts, people, unallocated, followUps, own] = await Promise.all([
      matterCounts(db, reader, teams),
      alertCounts(db, reader, where),
      readerAlerts(db, reader, { state: 'open', where, most }),
      teamPeople(db, reader, teams, { over: one === null ? CHILDREN_PER_WORKER : null }),
      unallocatedCases(db, reader, teams),
      followUpCount(db, reader, teams),
      one === null ? null : ownOf(asked, one),
    ])
    const found = { matters, alerts: counted, people, unallocated }
    const counts = teamCounts(found, null)
    const shown = alerts.slice(0, ALERTS_SHOWN)
    const beside = await besideAlerts(
      db,
      shown.map(({ id }) => id),
    )
    const team = one?.id ?? null
    const lines = turnedWhole(
      one === null ? all : [],
      sheetOf(query, TEAMS),
      (number) => `/team?page=${String(number)}`,
    )
    const asking = await alertAsked(asked, shown)
    const back = team === null ? '/team' : `/team?team=${team}`
    return show('team/team.njk', {
      heading: one === null ? 'My teams' : `My team: ${one.name}`,
      teams:
        all.length > 1 && all.length <= TEAMS_NAMED
          ? all.map(({ id, name }) => ({ name, href: `/team?team=${id}`, current: id === team }))
          : [],
      allHref: one === null || all.length < 2 ? null : '/team',
      counts: [
        ...topCounts(counts, team),
        ...(followUps === 0
          ? []
          : [
              {
                text: howMany(followUps, 'follow-up is to be answered', 'follow-ups are to be answered'),
                href: followUpsHref(team),
              },
            ]),
      ],
      alertCount: counts.alerts,
      alerts: shown.map((alert) => ({
        ...teamAlert(alert, { beside, reader, on }),
        answerHref: `${back}${team === null ? '?' : '&'}alert=${alert.id}`,
        asking: asking?.id === alert.id ? asking : null,
      })),
      // Whoever manages several teams may see alerts of others too: of the case they hold or chair. Those are not counted here.
      allAlerts:
        counts.alerts === shown.length ? null : team === null ? listHref('alerts', null) : `/escalations?team=${team}`,
      back,
      lines: lines.rows.map((each) => teamLine(each, found)),
      sheet: lines,
      team:
        one === null || own === null
          ? null
          : oneTeam(asked, one, { ...found, ...own, on, alertCases: alerts.map(({ caseId }) => caseId) }),
    })
  },
})

/** The alert whose answers are shown in its place, `?alert=`: one of those on the page. */
async function alertAsked(asked: Asked, shown: readonly { readonly id: string }[]) {
  const one = shown.find(({ id }) => id === asked.query['alert'])
  const found = one === undefined ? undefined : await alertPage(asked.db, asked.reader, one.id)
  return found === undefined ? undefined : lookAtAlert(asked, found)
}

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

/** What is read of one team beside what is counted of several. */
async function ownOf({ db, reader, today }: Asked, { id }: NamedTeam) {
  const span = { from: monthName(today.minusMonths(MONTHS_SHOWN)), to: monthName(today.minusMonths(1)) }
  const [{ rows }, held, diary, coverage] = await Promise.all([
    teamMatters(db, reader, { teams: [id] }),
    heldCases(db, reader, [id]),
    teamDiary(db, reader, id),
    supervisionCoverage(db, { span, teams: [id], today, reader }),
  ])
  return { own: rows, held, diary, coverage }
}

interface OfTeam extends Found, Awaited<ReturnType<typeof ownOf>> {
  readonly on: AlertsOn
  /** The case of each open alert. */
  readonly alertCases: readonly string[]
}

/** What is shown of one team beside its alerts. */
function oneTeam({ today }: Asked, { id }: NamedTeam, found: OfTeam) {
  const { alertCases, own: matters, held, diary } = found
  const about = { team: id, today, matters, alertCases, casesOf: held, leave: diary.leave }
  return {
    people: found.people.map((person) => personRow(person, about)),
    ...diaryWords(diary, { teamId: id, calendar: found.on.calendar, today }),
    coverage: found.coverage.map(coverageLine),
    unallocated: found.unallocated.map(({ ref }) => ({ ref, href: `/cases/${encodeURIComponent(ref)}` })),
  }
}
