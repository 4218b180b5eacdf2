'use strict'
// A county of 5,000 children goes in, then a day's change of it; and what the process that does it holds in memory.
const { execFileSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { ROUNDS, dist, inSeconds, line, median, withPostgres } = require('./measure')

const TODAY = '2026-11-20'
const TOMORROW = '2026-11-21'
const FAMILIES = 2_400
const CHANGED = ['ssd_cp_visits', 'ssd_cin_visits', 'ssd_cp_reviews', 'ssd_involvements', 'ssd_contacts']

const importOnce = (url, folder) =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, 'importOnce.js'), url, 'ssd', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )

/** The next day's folder: five tables in full, of which one row in a hundred says something else about how it went. */
function nextDay(county, folder) {
  const { SSD_TABLE_NAMES } = dist('activities/import/ssdTables.js')
  mkdirSync(folder, { recursive: true })
  const tables = {}
  for (const table of SSD_TABLE_NAMES) {
    const rows = readFileSync(path.join(county, `${table}.csv`), 'utf8')
      .trimEnd()
      .split('\n')
    const included = CHANGED.includes(table)
    const changed = rows.map((row, index) => (included && index % 100 === 7 ? row.replace(/,Y(?=,|$)/, ',N') : row))
    const text = `${changed.join('\n')}\n`
    if (included) writeFileSync(path.join(folder, `${table}.csv`), text)
    tables[table] = { rows: rows.length - 1, sha256: createHash('sha256').update(text).digest('hex'), included }
  }
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ as_at: TOMORROW, tables }))
}

exports.bigCounty = () =>
  withPostgres(TODAY, async (freshDatabase, folder, urlOf) => {
    const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
    const county = path.join(folder, 'county')
    mkdirSync(county)
    await writeDemoCounty({ folder: county, today: TODAY, families: FAMILIES })
    nextDay(county, path.join(folder, 'next-day'))
    const first = []
    const change = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const db = await freshDatabase()
      await db.$disconnect()
      first.push(importOnce(urlOf(), county))
      change.push(importOnce(urlOf(), path.join(folder, 'next-day')))
    }
    const children = readFileSync(path.join(county, 'ssd_person.csv'), 'utf8').trimEnd().split('\n').length - 1
    const times = (runs) => inSeconds(runs.map((run) => run.seconds))
    line(
      `import of ${children} children, ${FAMILIES} families, looked ahead and written`,
      times(first),
      '5,000 children in 90 s or less',
    )
    line("a day's change of it, one row in a hundred of five tables", times(change), '15 s or less')
    const peak = median(first.map((run) => run.megabytes))
    line('the importing process at its largest', `${Math.round(peak)} MB`, '300 MB or less')
    if (process.env.BENCH_DETAIL !== undefined) process.stdout.write(`${JSON.stringify({ first, change }, null, 1)}\n`)
  })
