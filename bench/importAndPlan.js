'use strict'
// A county goes in, goes in again, and each of its cases is planned.
const path = require('node:path')
const { ROUNDS, dist, inSeconds, line, median, seconds, withPostgres } = require('./measure')

const TODAY = '2026-11-20'
const FAMILIES = 200

exports.importAndPlan = () =>
  withPostgres(TODAY, async (freshDatabase, folder) => {
    const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
    const { startImport } = dist('client/commands/startImport.js')
    const { advanceRun } = dist('activities/import/run/advanceRun.js')
    const { planCase } = dist('activities/planning/planCase.js')
    const { rulesInForce } = dist('activities/planning/rulesInForce.js')
    const { inTransaction } = dist('prisma/inTransaction.js')
    const county = path.join(folder, 'county')
    await writeDemoCounty({ folder: county, today: TODAY, families: FAMILIES })
    const first = []
    const again = []
    const rules = rulesInForce()
    const none = () => Promise.resolve(0)
    const processes = { nudge: none, ensure: none }
    let db
    for (let round = 0; round < ROUNDS; round += 1) {
      await db?.$disconnect()
      db = await freshDatabase()
      const goesIn = async () => {
        const runId = await startImport({ db, processes }, { source: 'ssd', folder: county, actorId: null })
        const advancing = { db, rules, processes, beat: () => undefined, forMs: 600_000 }
        while ((await advanceRun(advancing, runId)) === 'more');
      }
      first.push(await seconds(goesIn))
      again.push(await seconds(goesIn))
    }
    const [{ children }] = await db.$queryRaw`select count(*)::int as children from child`
    const cases = await db.$queryRaw`select id from case_file order by id`
    line(
      `import of ${children} children, ${cases.length} families, looked ahead and written`,
      inSeconds(first),
      '420 children in 15 s or less',
    )
    line('the same extract again', inSeconds(again))
    const times = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { id } of cases) {
        const one = await seconds(() => inTransaction(db, (tx) => planCase(tx, rules, id)))
        if (round > 0) times.push(one)
      }
    }
    line('one case planned: load, compute, write', `${(median(times) * 1000).toFixed(1)} ms`, '10 ms or less')
    await db.$disconnect()
  })
