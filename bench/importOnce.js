'use strict'
// A process of its own for one import, so that its memory is its own: `node importOnce.js <database> <ssd|census> <folder>`. Prints JSON.
const { dist, seconds } = require('./measure')

async function main([url, source, folder]) {
  const { openDatabase } = dist('prisma/database.js')
  const { startImport } = dist('client/commands/startImport.js')
  const { advanceRun } = dist('activities/import/run/advanceRun.js')
  const { rulesInForce } = dist('activities/planning/rulesInForce.js')
  const db = openDatabase(url)
  const none = () => Promise.resolve(0)
  const processes = { nudge: none, ensure: none }
  const states = {}
  const took = await seconds(async () => {
    const runId = await startImport({ db, processes }, { source, folder, actorId: null })
    const advancing = { db, rules: rulesInForce(), processes, beat: () => undefined, forMs: 2_000 }
    for (;;) {
      const [{ state }] = await db.$queryRaw`select state from import_run where id = ${runId}::uuid`
      let more
      const one = await seconds(async () => {
        more = await advanceRun(advancing, runId)
      })
      states[state] = (states[state] ?? 0) + one
      if (process.env.BENCH_DETAIL)
        process.stderr.write(
          `${state} ${Math.round(process.memoryUsage().rss / 2 ** 20)} rss ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} heap ${Math.round(process.memoryUsage().external / 2 ** 20)} ext\n`,
        )
      if (more !== 'more') break
    }
    const [{ state, problem }] = await db.$queryRaw`select state, problem from import_run where id = ${runId}::uuid`
    if (state !== 'done') throw new Error(`the run ended as ${state}: ${problem}`)
  })
  await db.$disconnect()
  process.stdout.write(JSON.stringify({ seconds: took, states, megabytes: process.resourceUsage().maxRSS / 1024 }))
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
})
