import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { LocalDate } from '@js-joda/core'
import { readFacts } from '../../../client/cli/factsFile'
import { londonToday } from '../../../client/cli/londonToday'
import { agendaOver } from '../../../domain/agenda/agendaOver'
import { londonDay, londonMinutes, londonMoment } from '../../../domain/calendar/london'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { alertWindow } from '../../../domain/escalation/alertWindow'
import { sentence } from '../../../domain/timeline/sentence'
import { calendar } from '../facts'
import { anyStory } from '../properties/anyStory'
import { planned, policy } from '../properties/planned'

/** One line for each case, with a hash of all that is computed of it: a difference between two runs names its case. Run under several time zones (timeZones.test.ts). */
const print = (name: string, value: unknown): void => {
  process.stdout.write(`${name} ${createHash('sha256').update(JSON.stringify(value)).digest('hex')}\n`)
}

function printCase(name: string, facts: CaseFacts): void {
  const { obligations, problems } = planned(facts)
  const words = obligations.map(({ explanation }) => explanation.map(sentence))
  const from = facts.events[0]?.on ?? LocalDate.of(2026, 1, 5)
  print(name, { obligations, problems, words, notices: agendaOver(facts, policy, calendar, from, from.plusDays(40)) })
}

const folder = path.join(__dirname, '..', 'cases', 's1')
for (const file of readdirSync(folder).sort()) printCase(file, readFacts(path.join(folder, file)))
for (const [index, story] of fc.sample(anyStory, { numRuns: 300, seed: 20261121 }).entries())
  printCase(`story ${String(index)}`, story)

for (let day = LocalDate.of(2025, 1, 1); day.year() < 2036; day = day.plusDays(1)) {
  const moments = [0, 30, 60, 90, 120, 450, 1020, 1439].map((minutes) => londonMoment(day, minutes))
  if (day.dayOfMonth() === 1) print(`month ${day.toString()}`, moments)
  else if (day.monthValue() === 3 || day.monthValue() === 10)
    print(
      day.toString(),
      moments.map((at) => [at, londonDay(at), londonMinutes(at), alertWindow(at, calendar)]),
    )
}
print('today', [londonToday().equals(londonDay(Date.now()))])
