import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CommandFailed } from '../../../client/cli/io'
import { runSupervisionPlan, type SupervisionPlanOptions } from '../../../client/cli/supervisionPlanCommand'

/** As contracts.md 4 has it, smaller. */
export const CASE = { ref: 'N-1042', children: 2, openFrom: '2026-03-02', openTo: null, keep: null }
export const PATTERN = { weekday: 'tuesday', nth: [1, 3], at: '09:30', minutes: 180 }
export const TEAM = { id: 'north-1', pattern: [PATTERN], minutesPerCase: 20, closedDates: [], cases: [CASE] }
export const SESSION = { id: 'a', team: 'north-1', on: '2027-01-05', at: '09:30', capacity: 9, cases: ['N-1042'] }
export const INPUT = {
  ...{ format: 1, from: '2027-01-01', months: 2, teams: [TEAM], holidays: 'england-and-wales', existing: [] },
}
export const withTeam = (more: object) => ({ ...INPUT, teams: [{ ...TEAM, ...more }] })
export const withCase = (more: object) => withTeam({ cases: [{ ...CASE, ...more }] })
export const withPattern = (more: object) => withTeam({ pattern: [{ ...PATTERN, ...more }] })

/** Runs the command on files in a folder of the test file's own, which is gone afterwards. */
export function planCommand() {
  const folder = mkdtempSync(path.join(tmpdir(), 'caseclock-supervision-'))
  let files = 0
  const write = (content: unknown): string => {
    files += 1
    const file = path.join(folder, `${String(files)}.json`)
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
    return file
  }
  const run = async (content: unknown, options: Partial<SupervisionPlanOptions> = {}) => {
    let [out, err] = ['', '']
    const io = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
    const code = await runSupervisionPlan({ input: write(content), ...options }, io)
    return { out, err, code }
  }
  /** What the command refuses a file with, without the folder. */
  const refused = async (content: unknown): Promise<{ message: string; exitCode: number }> => {
    const error: unknown = await run(content).catch((caught: unknown) => caught)
    if (!(error instanceof CommandFailed)) throw new Error('It was taken.', { cause: error })
    return { message: error.message.replaceAll(folder, ''), exitCode: error.exitCode }
  }
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  return { folder, write, run, refused }
}
