import { LocalDate } from '@js-joda/core'
import type { ExtractRefused } from '../../../activities/import/finding'
import type { SsdExtract } from '../../../activities/import/ssdExtract'
import { payloadProblem } from '../../../domain/chronology/eventKinds'

/** What is not whole about an extract that was taken, in words; empty when everything is. */
export function wholeProblems(extract: SsdExtract): readonly string[] {
  const { families, teams, people, findings, read, asAt } = extract
  const problems: string[] = []
  const say = (bad: boolean, problem: string): void => {
    if (bad) problems.push(problem)
  }
  const events = families.flatMap((family) => family.events)
  const teamIds = new Set(teams.map(({ id }) => id))
  const ids = [...events, ...families, ...teams, ...people, ...families.flatMap(({ children }) => children)].map(
    ({ id }) => id,
  )
  say(new Set(ids).size !== ids.length, 'two things have one id')
  say(new Set(families.map(({ ref }) => ref)).size !== families.length, 'two cases have one reference')
  for (const { ref, children, events: own, teamId } of families) {
    const known = new Set(children.map(({ id }) => id))
    const made = new Set(own.map(({ id }) => id))
    say(known.size === 0, `${ref} has no child`)
    say(teamId !== null && !teamIds.has(teamId), `${ref} has a team that is not there`)
    for (const { id, kind, on, children: about, data } of own) {
      const payload = payloadProblem(kind, data)
      say(payload !== undefined, `${id}: ${payload ?? ''}`)
      say(about.length === 0 || about.some((child) => !known.has(child)), `${id} ${kind} is about an unknown child`)
      say(on > asAt || !isDay(on), `${id} ${kind} is on ${on}`)
      for (const field of ['referral', 'of', 'enquiry'] as const) {
        const named = (data as Readonly<Record<string, unknown>>)[field]
        say(typeof named === 'string' && !made.has(named), `${id} ${kind} names an event that is not there: ${field}`)
      }
    }
    for (const { bornOn, expectedOn, diedOn } of children)
      for (const day of [bornOn, expectedOn, diedOn])
        say(day !== null && !isDay(day), `a child has the day ${day ?? ''}`)
  }
  for (const { id, teamId, roles } of people)
    for (const team of [teamId, ...roles.map((role) => role.teamId)])
      say(team !== null && !teamIds.has(team), `${id} has a team that is not there`)
  for (const { file, line, problem } of findings)
    say(!/^ssd_\w+\.csv$/.test(file) || line === null || line < 1 || problem.length > 1000, `a finding says ${problem}`)
  say(read['ssd_person'] !== families.flatMap(({ children }) => children).length, 'a child is in no case')
  // What no database takes: a NUL, half a letter.
  say(/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(extract)), 'there is a NUL or half a letter')
  return problems
}

/** Rows of tables that nobody touched are taken, or a finding says why not: nothing is lost in silence. `rows` by table. */
export const lostProblems = (
  { read, findings }: SsdExtract,
  rows: Readonly<Record<string, number>>,
): readonly string[] =>
  Object.entries(rows).flatMap(([table, all]) => {
    const rejected = findings.filter(({ file, taken }) => file === `${table}.csv` && taken === 'rejected').length
    return (read[table] ?? 0) + rejected === all
      ? []
      : [`${table}: ${String(all)} rows, ${String(read[table] ?? 0)} taken`]
  })

/** A refusal names the file that was harmed and says that nothing was imported. */
export const refusalProblems = ({ message }: ExtractRefused, table: string): readonly string[] =>
  message.startsWith(`${table}.csv`) && message.endsWith('nothing was imported.') ? [] : [`refused with: ${message}`]

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) && LocalDate.of(year, month, day).year() > 1
  } catch {
    return false // says so to the caller
  }
}
