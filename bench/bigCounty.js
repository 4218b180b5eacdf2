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
    execFileSync(
      process.execPath,
      [
        '--max-old-space-size=128',
        '--max-semi-space-size=8',
        path.join(__dirname, 'importOnce.js'),
        url,
        'ssd',
        folder,
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    ),
  )

/**
 * The next day's folder: five tables in full, in which something about one family in five says something else than the day before (as in
 * shared/data's Northmoor, whose busiest day has about a hundred changes on 420 children).
 */
function nextDay(county, folder) {
  const { SSD_TABLE_NAMES } = dist('activities/import/ssdTables.js')
  mkdirSync(folder, { recursive: true })
  const linesOf = (table) =>
    readFileSync(path.join(county, `${table}.csv`), 'utf8')
      .trimEnd()
      .split('\n')
  const concerned = new Set(
    linesOf('ssd_family').flatMap((row) => {
      const [, family, child] = row.split(',')
      return Number(family) % 5 === 0 ? [child] : []
    }),
  )
  const tables = {}
  let changes = 0
  for (const table of SSD_TABLE_NAMES) {
    const rows = linesOf(table)
    const included = CHANGED.includes(table)
    const done = new Set()
    const changed = rows.map((row) => {
      const child = included ? row.split(',').find((cell) => concerned.has(cell)) : undefined
      if (child === undefined || done.has(child) || !/,Y(?=,|$)/.test(row)) return row
      done.add(child)
      changes += 1
      return row.replace(/,Y(?=,|$)/, ',N')
    })
    const text = `${changed.join('\n')}\n`
    if (included) writeFileSync(path.join(folder, `${table}.csv`), text)
    tables[table] = { rows: rows.length - 1, sha256: createHash('sha256').update(text).digest('hex'), included }
  }
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ as_at: TOMORROW, tables }))
  return { changes, children: concerned.size }
}

/** A night lies between the two: Postgres has tidied and flushed by then what the first one wrote. */
async function aNightLater(url) {
  const { Client } = require('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.query('checkpoint')
  await client.end()
}

exports.bigCounty = () =>
  withPostgres(TODAY, async (freshDatabase, folder, urlOf) => {
    const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
    const county = path.join(folder, 'county')
    mkdirSync(county)
    await writeDemoCounty({ folder: county, today: TODAY, families: FAMILIES })
    const { changes, children: concerned } = nextDay(county, path.join(folder, 'next-day'))
    const first = []
    const change = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const db = await freshDatabase()
      await db.$disconnect()
      first.push(importOnce(urlOf(), county))
      await aNightLater(urlOf())
      change.push(importOnce(urlOf(), path.join(folder, 'next-day')))
    }
    const children = readFileSync(path.join(county, 'ssd_person.csv'), 'utf8').trimEnd().split('\n').length - 1
    const times = (runs) => inSeconds(runs.map((run) => run.seconds))
    line(
      `import of ${children} children, ${FAMILIES} families, looked ahead and written`,
      times(first),
      '5,000 children in 90 s or less',
    )
    line(`a day's change of it: ${changes} rows about ${concerned} children`, times(change), '15 s or less')
    const peak = median(first.map((run) => run.megabytes))
    line('the importing process at its largest', `${Math.round(peak)} MB`, '300 MB or less')
    if (process.env.BENCH_DETAIL !== undefined) process.stdout.write(`${JSON.stringify({ first, change }, null, 1)}\n`)
  })
