'use strict'
// Two versions of the rules compared over a caseload of 2,000 families: how long, and in how much memory.
const path = require('node:path')
const { ROUNDS, dist, inSeconds, line, seconds, withPostgres } = require('./measure')

const TODAY = '2026-11-20'
const FAMILIES = 50
const COPIES = 40

exports.compareCaseload = () =>
  withPostgres(TODAY, async (freshDatabase, folder) => {
    const { LocalDate } = require('@js-joda/core')
    const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
    const { startImport } = dist('client/commands/startImport.js')
    const { advanceRun } = dist('activities/import/run/advanceRun.js')
    const { rulesInForce } = dist('activities/planning/rulesInForce.js')
    const { compareOverCases } = dist('client/queries/compareOverCases.js')
    const { englandAndWales } = dist('domain/calendar/englandAndWales.js')
    const { englandFamilySafeguarding1 } = dist('domain/policy/englandFamilySafeguarding1.js')
    const { always } = dist('domain/policy/policySchedule.js')
    const db = await freshDatabase()
    const none = () => Promise.resolve(0)
    const processes = { nudge: none, ensure: none }
    const county = path.join(folder, 'county')
    await writeDemoCounty({ folder: county, today: TODAY, families: FAMILIES })
    const runId = await startImport({ db, processes }, { source: 'ssd', folder: county, actorId: null })
    const advancing = { db, rules: rulesInForce(), processes, beat: () => undefined, forMs: 600_000 }
    while ((await advanceRun(advancing, runId)) === 'more');
    for (let copy = 1; copy < COPIES; copy += 1) await copyCounty(db, String(copy))
    const faster = englandFamilySafeguarding1.rules.map((rule) =>
      rule.id === 'visit' ? { ...rule, interval: { n: 5, unit: 'working-days' } } : rule,
    )
    const calendar = englandAndWales()
    const comparing = {
      from: { policy: always(englandFamilySafeguarding1), calendar },
      to: { policy: always({ id: 'faster@1', rules: faster }), calendar },
      today: LocalDate.parse(TODAY),
    }
    const times = []
    let compared
    for (let round = 0; round < ROUNDS; round += 1)
      times.push(await seconds(async () => (compared = await compareOverCases(db, comparing))))
    line(
      `two versions compared over ${compared.cases} cases, ${compared.changes.length} changes`,
      inSeconds(times),
      '2,000 cases in 3 s or less',
    )
    line(
      'and the most memory that took',
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
      '500 MB or less, import included',
    )
    await db.$disconnect()
  })

/** The county again under other ids. What events say of each other's ids stays: nothing is counted from that here. */
async function copyCounty(db, copy) {
  await db.$executeRaw`
    insert into case_file (id, ref, team_id, open, live_since, facts_version, planned_version, rules_version)
    select md5(id::text || ${copy})::uuid, ref || '-' || ${copy}, team_id, open, live_since, facts_version, 0, '' from case_file where ref !~ '-.*-'`
  await db.$executeRaw`
    insert into child (id, case_id, forename, surname, born_on, expected_on)
    select md5(k.id::text || ${copy})::uuid, md5(k.case_id::text || ${copy})::uuid, k.forename, k.surname, k.born_on, k.expected_on
    from child k join case_file c on c.id = k.case_id where c.ref !~ '-.*-'`
  await db.$executeRaw`
    insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, supersedes, voids, command_id)
    select md5(e.id::text || ${copy})::uuid, md5(e.case_id::text || ${copy})::uuid, e.facts_version, e.position, e.kind, e.occurred_on, e.recorded_at,
      (select coalesce(array_agg(md5(k::text || ${copy})::uuid), '{}') from unnest(e.children) k), e.payload, md5(e.supersedes::text || ${copy})::uuid,
      e.voids, e.command_id
    from chronology_event e join case_file c on c.id = e.case_id where c.ref !~ '-.*-'`
}
