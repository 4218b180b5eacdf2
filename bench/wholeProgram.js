'use strict'
// `caseclock up` with 300 cases: until every clock runs, until it is ready again the next time, and what all its processes hold in memory.
const { readFileSync, readdirSync, rmSync } = require('node:fs')
const path = require('node:path')
const { setTimeout: wait } = require('node:timers/promises')
const { execFile } = require('node:child_process')
const { promisify } = require('node:util')
const { ROUNDS, dist, inFolder, inSeconds, line, median, seconds } = require('./measure')
const { PROGRAM, upOnce } = require('./upOnce')

const TODAY = '2026-11-20'
// Three in four of the county are open: 300 clocks and more.
const FAMILIES = 420

/** Megabytes of a process and all below it; pages they share are counted once (PSS, Linux only). */
function megabytesOf(root) {
  const parents = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      parents.set(
        Number(name),
        Number(
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) \S+ /s, '')
            .split(' ')[0],
        ),
      )
    } catch (error) {
      if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error // it has just ended
    }
  }
  const below = (pid) => [
    pid,
    ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ]
  const kilobytes = below(root).map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** Asks how many case clocks the server of a running `up` has. */
async function countingClocks(data, work) {
  const { Client, Connection } = require('@temporalio/client')
  const { temporalAddress } = JSON.parse(readFileSync(path.join(data, 'addresses.json'), 'utf8'))
  const connection = await Connection.connect({ address: temporalAddress })
  const client = new Client({ connection })
  try {
    return await work(
      async () => (await client.workflow.count("WorkflowType = 'caseTimeline' and ExecutionStatus = 'Running'")).count,
    )
  } finally {
    await connection.close()
  }
}

/** Waits until so many clocks run. */
const untilClocksRun = (data, wanted) =>
  countingClocks(data, async (clocks) => {
    while ((await clocks()) < wanted) await wait(50)
  })

/** What an operator runs when Temporal came back empty: every clock is started, those whose moment lies ahead too. */
const reconcileOnce = (data) => promisify(execFile)(process.execPath, [PROGRAM, 'reconcile', '--once', '--data', data])

exports.wholeProgram = async () => {
  const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
  const clocks = []
  const anew = []
  let most = 0
  const all = []
  const warm = []
  const memory = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await inFolder(async (folder) => {
      const county = path.join(folder, 'county')
      await writeDemoCounty({ folder: county, today: TODAY, families: FAMILIES })
      const data = path.join(folder, 'data')
      let running = 0
      const { saidAt, seen } = await upOnce(['--data', data, '--ssd', county], async (pid) => {
        running = await countingClocks(data, (count) => count())
        return megabytesOf(pid)
      })
      const began = [...saidAt].find(([words]) => words.startsWith('bringing in'))
      clocks.push(saidAt.get('ready') - began[1])
      all.push(saidAt.get('ready') - saidAt.get('worker started'))
      memory.push(seen)
      const second = await upOnce(['--data', data])
      warm.push(second.saidAt.get('ready'))
      rmSync(path.join(data, 'temporal'), { recursive: true })
      const third = await upOnce(['--data', data], () =>
        seconds(async () => {
          await reconcileOnce(data)
          await untilClocksRun(data, running)
        }),
      )
      anew.push(third.seen)
      most = Math.max(most, running)
    })
  }
  line(`${most} case clocks started from Postgres alone, Temporal empty`, inSeconds(anew), '300 in 15 s or less')
  line(`${FAMILIES} cases brought in, each planned and its clock started`, inSeconds(clocks))
  line("the same with reading, looking ahead and the worker's own start", inSeconds(all))
  line('warm start to "ready"', inSeconds(warm), '20 s or less')
  line(`all processes together with ${FAMILIES} cases`, `${Math.round(median(memory))} MB`, '1.2 GB or less')
}
