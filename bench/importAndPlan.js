'use strict'
// A county goes in, goes in again, and each of its cases is planned.
const path = require('node:path')
const { ROUNDS, dist, inSeconds, line, median, seconds, withPostgres } = require('./measure')

const TODAY = '2026-11-20'
const FAMILIES = 200

exports.importAndPlan = () =>
  withPostgres(TODAY, async (freshDatabase, folder) => {
    const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
    const { readSsdExtract } = dist('activities/import/ssdExtract.js')
    const { applyExtract } = dist('activities/import/applyExtract.js')
    const { planCase } = dist('activities/planning/planCase.js')
    const { rulesInForce } = dist('activities/planning/rulesInForce.js')
    const { inTransaction } = dist('prisma/inTransaction.js')
    const county = path.join(folder, 'county')
    await writeDemoCounty({ folder: county, today: TODAY, families: FAMILIES })
    const first = []
    const again = []
    let extract
    let db
    for (let round = 0; round < ROUNDS; round += 1) {
      await db?.$disconnect()
      db = await freshDatabase()
      const goesIn = async () => {
        extract = await readSsdExtract(county, TODAY)
        await applyExtract(db, extract, () => undefined)
      }
      first.push(await seconds(goesIn))
      again.push(await seconds(goesIn))
    }
    const children = extract.families.reduce((sum, family) => sum + family.children.length, 0)
    line(
      `import of ${children} children, ${extract.families.length} families`,
      inSeconds(first),
      '420 children in 15 s or less',
    )
    line('the same extract again', inSeconds(again))
    const rules = rulesInForce()
    const times = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { id } of extract.families) {
        const one = await seconds(() => inTransaction(db, (tx) => planCase(tx, rules, id)))
        if (round > 0) times.push(one)
      }
    }
    line('one case planned: load, compute, write', `${(median(times) * 1000).toFixed(1)} ms`, '10 ms or less')
    await db.$disconnect()
  })
