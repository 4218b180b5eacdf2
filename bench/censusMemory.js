'use strict'
// Reads a census far bigger than any county's and prints how memory goes: `node bench/censusMemory.js [MB]` (200), after a build.
// Ends with 1 when the peak of a file is more than 64 MiB, and an id for each child, above that of a file a tenth of its size.
const { closeSync, mkdtempSync, openSync, rmSync, writeSync } = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { spawnSync } = require('node:child_process')

const MIB = 2 ** 20
const ALLOWED = 64
/** Of the id of a child that was read, so that a second one is noticed. */
const BYTES_PER_CHILD = 150

const record = (name, fields) =>
  `<${name}>${fields.map(([field, text]) => `<${field}>${text}</${field}>`).join('\n')}</${name}>\n`

/** One child with a history: about 2.5 kB. */
const child = (id) => `<Child>
${record('ChildIdentifiers', [
  ['LAchildID', id],
  ['PersonBirthDate', '2019-04-02'],
  ['GenderCurrent', '1'],
])}<CINdetails>
<CINreferralDate>2025-06-02</CINreferralDate>
<ReferralSource>3A</ReferralSource>
${record('Assessments', [
  ['AssessmentActualStartDate', '2025-06-03'],
  ['AssessmentAuthorisationDate', '2025-07-15'],
])}${record('Section47', [
  ['S47ActualStartDate', '2025-06-10'],
  ['DateOfInitialCPC', '2025-06-27'],
  ['ICPCnotRequired', 'false'],
])}<ReferralNFA>false</ReferralNFA>
<ChildProtectionPlans>
<CPPstartDate>2025-06-27</CPPstartDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews>
${'<CPPreviewDate>2025-09-15</CPPreviewDate>\n'.repeat(40)}</Reviews>
</ChildProtectionPlans>
</CINdetails>
</Child>
`

function writeCensus(file, bytes) {
  const out = openSync(file, 'w')
  let written = writeSync(
    out,
    '<Message>\n<Header><CollectionDetails><Collection>CIN</Collection><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header>\n<Children>\n',
  )
  for (let id = 1; written < bytes;) {
    const some = []
    for (let n = 0; n < 200; n += 1, id += 1) some.push(child(id))
    written += writeSync(out, some.join(''))
  }
  writeSync(out, '</Children>\n</Message>\n')
  closeSync(out)
}

/** In a process of its own, so that one file's memory is not another's. */
async function measure(file) {
  const dist = (name) => require(path.join(__dirname, '..', 'dist', 'activities', 'import', 'census', name))
  const from = process.hrtime.bigint()
  const census = await dist('checkCensus.js').checkCensus(file)
  let events = 0
  let findings = 0
  for await (const family of dist('readCensus.js').readCensus(census, { read: {}, found: () => void (findings += 1) }))
    events += family.events.length
  const seconds = Number(process.hrtime.bigint() - from) / 1e9
  const peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ children: census.children, events, findings, seconds, peak }))
}

function main(megabytes) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-census-memory-'))
  process.stdout.write(
    `${os.cpus().length} x ${os.cpus()[0].model}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
  )
  try {
    const runs = [megabytes / 10, megabytes].map((size) => {
      const file = path.join(folder, 'census.xml')
      writeCensus(file, size * 1e6)
      const { stdout, stderr, status } = spawnSync(process.execPath, [__filename, '--measure', file], {
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`Reading ${size} MB failed: ${stderr}`)
      const run = JSON.parse(stdout)
      process.stdout.write(
        `${size} MB: ${run.children} children, ${run.events} events, ${run.findings} findings in ${run.seconds.toFixed(1)} s, peak ${run.peak.toFixed(0)} MiB\n`,
      )
      return run
    })
    const [small, big] = runs
    const limit = small.peak + ALLOWED + (big.children * BYTES_PER_CHILD) / MIB
    process.stdout.write(`limit of the bigger one: ${limit.toFixed(0)} MiB\n`)
    if (big.peak > limit) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[2] === '--measure') void measure(process.argv[3])
else main(Number(process.argv[2] ?? 200))
