'use strict'
// A county of BENCH_FAMILIES (10,000) families, imported and planned once: with BENCH_COUNTY=FOLDER it is kept there and used again.
const { chmodSync, existsSync, mkdirSync } = require('node:fs')
const path = require('node:path')
const { dist, inFolder, seconds } = require('./measure')
const { supervise } = require('./pagesSupervision')

const TODAY = '2026-11-20'
const FAMILIES = Number(process.env.BENCH_FAMILIES ?? 10_000)

/** Work with the address of its database; its Postgres runs for so long. */
exports.withCounty = async function withCounty(work) {
  const kept = process.env.BENCH_COUNTY
  if (kept === undefined) return inFolder((folder) => inCounty(folder, work))
  mkdirSync(kept, { recursive: true })
  chmodSync(kept, 0o755)
  return inCounty(kept, work)
}

async function inCounty(folder, work) {
  const { startEmbeddedPostgres } = dist('client/up/embeddedPostgres.js')
  const isThere = existsSync(path.join(folder, 'made'))
  const postgres = await startEmbeddedPostgres(folder, () => undefined)
  try {
    if (!isThere) await make(postgres.url, folder)
    await dist('prisma/migrate.js').migrate(postgres.url)
    await supervise(postgres.url, TODAY)
    await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

async function make(url, folder) {
  const say = (words) => process.stderr.write(`  ${words}\n`)
  const { openDatabase } = dist('prisma/database.js')
  const { makeAuthority } = dist('client/up/makeAuthority.js')
  const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
  const { startImport } = dist('client/commands/startImport.js')
  const { advanceRun } = dist('activities/import/run/advanceRun.js')
  const { planCase } = dist('activities/planning/planCase.js')
  const { rulesInForce } = dist('activities/planning/rulesInForce.js')
  const { inTransaction } = dist('prisma/inTransaction.js')
  await dist('prisma/migrate.js').migrate(url)
  const db = openDatabase(url)
  await makeAuthority(db, { name: 'Bench', demo: true, mailDomain: 'bench.example', emergencyLine: '' })
  await db.$executeRaw`update authority set scale = 0, offset_ms = ${BigInt(Date.parse(`${TODAY}T08:00:00Z`))} where id = 1`
  const county = path.join(folder, 'county')
  await writeDemoCounty({ folder: county, today: TODAY, families: FAMILIES })
  const rules = rulesInForce()
  const none = () => Promise.resolve(0)
  const processes = { nudge: none, ensure: none }
  const imported = await seconds(async () => {
    const runId = await startImport({ db, processes }, { source: 'ssd', folder: county, actorId: null })
    const advancing = { db, rules, processes, beat: () => undefined, forMs: 600_000 }
    while ((await advanceRun(advancing, runId)) === 'more');
  })
  say(`imported in ${imported.toFixed(0)} s`)
  const planned = await seconds(async () => {
    const cases = await db.$queryRaw`select id from case_file order by id`
    for (const { id } of cases) await inTransaction(db, (tx) => planCase(tx, rules, id))
  })
  say(`planned in ${planned.toFixed(0)} s`)
  await db.$disconnect()
  const { Client } = require('pg')
  const admin = new Client({ connectionString: url })
  await admin.connect()
  await admin.query('vacuum (analyze)')
  await admin.end()
  require('node:fs').writeFileSync(path.join(folder, 'made'), TODAY)
}
