'use strict'
// Speed and memory, printed with the machine, median of BENCH_ROUNDS (five). Never part of a test. Run it with `npm run bench [-- name…]`.
const os = require('node:os')
const { ROUNDS } = require('./measure')

const MEASUREMENTS = {
  // Before anything else: a large process takes longer to start another.
  starts: () => require('./starts').starts(),
  yearPlan: () => require('./yearPlan').yearPlan(),
  engine: () => require('./engine').engine(),
  importAndPlan: () => require('./importAndPlan').importAndPlan(),
  bigCounty: () => require('./bigCounty').bigCounty(),
  importerMemory: () => require('./importerMemory').importerMemory(),
  compareCaseload: () => require('./compareCaseload').compareCaseload(),
  wholeProgram: () => require('./wholeProgram').wholeProgram(),
  sessions: () => require('./sessions').sessions(),
  escalations: () => require('./escalations').escalations(),
  pages: () => require('./pages').pages(),
}

async function main() {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !(name in MEASUREMENTS))
  if (unknown !== undefined)
    throw new Error(`There is no measurement ${unknown}. There are ${Object.keys(MEASUREMENTS).join(', ')}.`)
  process.stdout.write(
    `${os.cpus().length} x ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, median of ${ROUNDS}\n\n`,
  )
  for (const [name, measure] of Object.entries(MEASUREMENTS))
    if (wanted.length === 0 || wanted.includes(name)) await measure()
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
