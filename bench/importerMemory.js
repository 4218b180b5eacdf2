'use strict'
// What the importing process of the whole program holds at its largest: a county of 5,000 children, and a table of a gigabyte (BENCH_TABLE_MB).
const { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeSync } = require('node:fs')
const path = require('node:path')
const { dist, inFolder, line } = require('./measure')
const { upOnce } = require('./upOnce')

const TODAY = '2026-11-20'
const TABLE_MB = Number(process.env.BENCH_TABLE_MB ?? 1024)
/** A cell that no event uses, as wide as free text gets. */
const WIDE = 'x'.repeat(20_000)

/** Megabytes at their largest of the importing processes seen below `root`, looked at ten times a second. Linux only. */
function watchImporter() {
  let peak = 0
  const look = () => {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      try {
        if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('worker/importer.js')) continue
        const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8')) ?? []
        peak = Math.max(peak, Number(kilobytes ?? 0) / 1024)
      } catch (error) {
        if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error // it has just ended
      }
    }
  }
  const timer = setInterval(look, 100)
  return () => {
    clearInterval(timer)
    return peak
  }
}

async function measure(what, folder, county) {
  const peak = watchImporter()
  const { saidAt } = await upOnce(['--data', path.join(folder, `data-${path.basename(county)}`), '--ssd', county])
  const [, imported] = [...saidAt].find(([words]) => words.startsWith('imported'))
  line(
    `importing process at its largest: ${what}, ${imported.toFixed(0)} s`,
    `${Math.round(peak())} MB`,
    '300 MB or less',
  )
}

/** Contacts of the county's children again and again, each with a wide cell, until the table is as large as asked for. */
function widen(county) {
  const file = path.join(county, 'ssd_contacts.csv')
  const [header, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const people = rows.map((row) => row.split(',')[1])
  const out = openSync(file, 'w')
  let written = writeSync(out, `${header},notes\n${rows.map((row) => `${row},`).join('\n')}\n`)
  for (let n = 0; written < TABLE_MB * 2 ** 20; n += 1)
    written += writeSync(
      out,
      `w${n},${people[n % people.length]},2026-01-02,6,Police,"{""NEW_REFERRAL_FLAG"":""N""}",${WIDE}\n`,
    )
  closeSync(out)
  rmSync(path.join(county, 'manifest.json'))
}

exports.importerMemory = () =>
  inFolder(async (folder) => {
    const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
    const county = async (name, families) => {
      const made = path.join(folder, name)
      mkdirSync(made)
      await writeDemoCounty({ folder: made, today: TODAY, families })
      return made
    }
    await measure('5,128 children', folder, await county('big', 2_400))
    const wide = await county('wide', 400)
    widen(wide)
    await measure(`a table of ${TABLE_MB} MB`, folder, wide)
  })
