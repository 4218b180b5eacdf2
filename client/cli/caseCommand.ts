import { casePage } from '../queries/casePage'
import { chronologyTable } from './chronologyTable'
import { withDatabase } from './connect'
import { earlierLines } from './onCase/earlierLines'
import { CommandFailed, EXIT, type ExitCode, type Io } from './io'
import { textTable } from './textTable'

/** `caseclock case`: facts, what is due, who was told what and when. The one command that shows children's names. */
export const runCase = (
  ref: string,
  { json, dataFolder = '.caseclock' }: { json?: boolean; dataFolder?: string },
  io: Io,
): Promise<ExitCode> =>
  withDatabase(dataFolder, async (db) => {
    const page = await casePage(db, ref)
    if (page === undefined)
      throw new CommandFailed(EXIT.usage, `There is no case ${ref}. \`caseclock due\` lists references.`)
    if (json === true) {
      io.out(`${JSON.stringify(page, null, 2)}\n`)
      return EXIT.done
    }
    const forenames = new Map(page.children.map(({ id, forename }) => [id, forename]))
    const open = page.obligations.filter(({ state }) => state === 'open')
    io.out(
      `Case ${page.ref} · ${page.team ?? 'no team'} · ${page.open ? 'open' : 'closed'} · version ${String(page.factsVersion)}\n`,
    )
    if (page.problem !== null)
      io.out(
        `This case could not be planned: ${page.problem}. The administrator is told every working morning until it can be.\n`,
      )
    io.out(earlierLines(page.earlier, page.ref))
    for (const { problem, events } of page.factProblems)
      io.out(`Look at these facts: ${problem} (${events.join(', ')})\n`)
    io.out(
      `Children: ${page.children.map((child) => `${child.forename} ${child.surname} (${child.born_on ?? `expected ${child.expected_on ?? 'unknown'}`})`).join(', ')}\n\nWhat is due\n`,
    )
    io.out(
      textTable(
        ['Due', 'Booked', 'What', 'For', 'Why this date', 'Rules'],
        open.map((one) => [
          ...[one.due_on, one.booked_for ?? '', one.title, forenames.get(one.subject) ?? ''],
          ...[one.explanation.join('; '), one.policy],
        ]),
      ),
    )
    io.out('\nWho was told\n')
    io.out(
      textTable(
        ['On', 'Who', 'What', 'Step', 'How it went', 'Why them'],
        page.told.map((one) => [one.send_on, one.name, one.title, one.step, one.withdrawn_why ?? one.state, one.why]),
      ),
    )
    for (const escalation of page.escalations) {
      io.out(`\nAlert ${escalation.id}: ${escalation.title} · ${escalation.state}\n`)
      io.out(
        textTable(
          ['At', 'What', 'Rung', 'Who', 'Why'],
          escalation.entries.map((entry) => [
            entry.at.slice(0, 16),
            entry.entry,
            String(entry.rung ?? ''),
            entry.name ?? '',
            entry.reason,
          ]),
        ),
      )
    }
    io.out(`\nChronology, newest first\n${chronologyTable(page)}`)
    return EXIT.done
  })
