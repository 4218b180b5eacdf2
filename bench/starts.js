'use strict'
// The commands that need no server, each from the start of its process to its last output, on a built checkout.
const { execFileSync } = require('node:child_process')
const { writeFileSync } = require('node:fs')
const path = require('node:path')
const { caseYear, factsFile } = require('./caseYear')
const { yearFile } = require('./yearPlan')
const { ROUNDS, inFolder, line, median, seconds } = require('./measure')

const PROGRAM = path.join(__dirname, '..', 'bin', 'caseclock.js')
const BUILT_IN = 'england-family-safeguarding@1'

/** A council's own number, and every option: nothing that an overlay can be is left out. */
const OVERLAY = `id: bench@1
extends: ${BUILT_IN}
approvedBy: { name: Bench, post: Bench, on: 2026-11-20 }
options: [unborn-review, weekly-visits, cin-review-4-weekly, individual-supervision]
changes:
  - rule: core-group
    why: Bench
    interval: { n: 4, unit: weeks }
`

exports.starts = () =>
  inFolder(async (folder) => {
    const facts = path.join(folder, 'facts.json')
    const rules = path.join(folder, 'rules.yaml')
    writeFileSync(facts, factsFile(caseYear(0)))
    const year = path.join(folder, 'year.json')
    writeFileSync(rules, OVERLAY)
    writeFileSync(year, yearFile())
    const commands = {
      timeline: ['timeline', '--facts', facts, '--json'],
      agenda: ['agenda', '--facts', facts, '--from', '2026-01-05', '--to', '2026-01-18', '--json'],
      'agenda over a year': ['agenda', '--facts', facts, '--from', '2026-01-05', '--to', '2027-01-05', '--json'],
      'supervision plan': ['supervision', 'plan', '--input', year, '--json'],
      'policy check': ['policy', 'check', rules, '--json'],
      'policy compare --facts': [
        'policy',
        'compare',
        BUILT_IN,
        rules,
        '--facts',
        facts,
        '--today',
        '2026-11-20',
        '--json',
      ],
    }
    for (const [name, words] of Object.entries(commands)) {
      const took = []
      for (let round = 0; round < ROUNDS; round += 1)
        took.push(await seconds(() => execFileSync(process.execPath, [PROGRAM, ...words])))
      line(`\`caseclock ${name}\` from start to output`, `${Math.round(median(took) * 1000)} ms`, '300 ms or less')
    }
  })
