'use strict'
// What every measurement uses: a clock, a median, a printed line, a folder of its own.
const { chmodSync, mkdtempSync, rmSync } = require('node:fs')
const os = require('node:os')
const path = require('node:path')

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)

const dist = (file) => require(path.join(__dirname, '..', 'dist', file))
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const seconds = async (work) => {
  const from = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - from) / 1e9
}
const line = (what, value, limit = '') => process.stdout.write(`${what.padEnd(64)} ${value.padStart(10)}   ${limit}\n`)
const inSeconds = (times) => `${median(times).toFixed(1)} s`

/** Runs work in a folder that is gone afterwards. Postgres, as root, runs as another user: it must be able to enter. */
async function inFolder(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-bench-'))
  chmodSync(folder, 0o755)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A real Postgres, and fresh databases on it. `today` is the day on which their clocks stand still at 08:00 UTC. */
async function withPostgres(today, work) {
  const { Client } = require('pg')
  const { startEmbeddedPostgres } = dist('client/up/embeddedPostgres.js')
  const { openDatabase } = dist('prisma/database.js')
  const { migrate } = dist('prisma/migrate.js')
  const { makeAuthority } = dist('client/up/makeAuthority.js')
  await inFolder(async (folder) => {
    const postgres = await startEmbeddedPostgres(folder, () => undefined)
    let made = 0
    // Each round starts as the first did: what the round before wrote would be vacuumed and flushed to disk while this one is measured.
    const freshDatabase = async () => {
      const admin = new Client({ connectionString: postgres.url })
      await admin.connect()
      await admin.query(`drop database if exists bench_${made} with (force)`)
      await admin.query('checkpoint')
      made += 1
      await admin.query(`create database bench_${made}`)
      await admin.end()
      const url = postgres.url.replace(/\/[^/]*$/, `/bench_${made}`)
      await migrate(url)
      const db = openDatabase(url)
      await makeAuthority(db, { name: 'Bench', demo: true, mailDomain: 'bench.example', emergencyLine: '' })
      await db.$executeRaw`update authority set scale = 0, offset_ms = ${BigInt(Date.parse(`${today}T08:00:00Z`))} where id = 1`
      return db
    }
    try {
      await work(freshDatabase, folder, () => postgres.url.replace(/\/[^/]*$/, `/bench_${made}`))
    } finally {
      await postgres.stop()
    }
  })
}

module.exports = { ROUNDS, dist, inFolder, inSeconds, line, median, seconds, withPostgres }
