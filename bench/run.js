'use strict'
// Speed and memory, printed with the machine, median of five. Never part of a test. Run it with `npm run bench`.
const { mkdtempSync, rmSync, chmodSync } = require('node:fs')
const os = require('node:os')
const path = require('node:path')

const dist = (file) => require(path.join(__dirname, '..', 'dist', file))
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const ms = async (work) => {
  const from = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - from) / 1e6
}
const line = (what, value, limit) => process.stdout.write(`${what.padEnd(64)} ${value.padStart(10)}   ${limit}\n`)

async function main() {
  const { startEmbeddedPostgres } = dist('client/up/embeddedPostgres.js')
  const { openDatabase } = dist('prisma/database.js')
  const { migrate } = dist('prisma/migrate.js')
  const { makeAuthority } = dist('client/up/makeAuthority.js')
  const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
  const { readSsdExtract } = dist('activities/import/ssdExtract.js')
  const { applyExtract } = dist('activities/import/applyExtract.js')
  const { planCase } = dist('activities/planning/planCase.js')
  const { rulesInForce } = dist('activities/planning/rulesInForce.js')
  const { inTransaction } = dist('prisma/inTransaction.js')
  const today = '2026-11-20'
  process.stdout.write(`${os.cpus().length} x ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}\n\n`)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres(folder, () => undefined)
  try {
    await migrate(postgres.url)
    const db = openDatabase(postgres.url)
    await makeAuthority(db, { name: 'Bench', demo: true, mailDomain: 'bench.example', emergencyLine: '' })
    await db.$executeRaw`update authority set scale = 0, offset_ms = ${BigInt(Date.parse(`${today}T08:00:00Z`))} where id = 1`
    await writeDemoCounty({ folder: path.join(folder, 'county'), today, families: 200 })
    let extract
    const took = await ms(async () => {
      extract = await readSsdExtract(path.join(folder, 'county'), today)
      await applyExtract(db, extract, () => undefined)
    })
    const children = extract.families.reduce((sum, family) => sum + family.children.length, 0)
    line(`import of ${children} children, ${extract.families.length} families (once)`, `${(took / 1000).toFixed(1)} s`, '420 children in 15 s or less')
    const again = await ms(() => applyExtract(db, extract, () => undefined))
    line('the same extract again', `${(again / 1000).toFixed(1)} s`, '')
    const rules = rulesInForce()
    const times = []
    for (let round = 0; round < 6; round += 1) {
      for (const { id } of extract.families) {
        const one = await ms(() => inTransaction(db, (tx) => planCase(tx, rules, id)))
        if (round > 0) times.push(one)
      }
    }
    line('one case planned: load, compute, write (median)', `${median(times).toFixed(1)} ms`, '10 ms or less')
    line('this process', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`, '')
    await db.$disconnect()
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

void main()
