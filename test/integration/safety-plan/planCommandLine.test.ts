import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { line } from '../../domain/safety-plan/examplePlan'
import { expectPaper, said } from '../../papers/paperOf'
import { typed } from '../../servers/typed'
import { planFor, planTown, type PlanTown } from './planTown'

describe('safety-plan on the command line', () => {
  let town: PlanTown
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-plan-'))
    town = await planTown()
  })
  afterAll(async () => {
    await town.quiet.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const fileOf = (name: string, content: unknown): string => {
    const file = path.join(folder, name)
    writeFileSync(file, JSON.stringify(content))
    return file
  }
  const plan = (...words: readonly string[]) => typed(town.quiet.town, 'safety-plan', ...words)
  const worker = ['--as', 'Person worker']

  it('blank is a page to print, and with --json a plan to fill in', async () => {
    expectPaper((await plan('blank')).out)
    const { out, err } = await plan('blank', '--json')
    expect(JSON.parse(out)).toMatchObject({ format: 1, checks: {} })
    expect(err).toContain('claresLaw: Has Clare’s Law been explained?')
  })

  it('goes from a file to a plan that is signed, shared, reviewed, breached, passed on, decided and printed', async () => {
    expect((await plan('show', 'T-1', ...worker)).out).toContain('Case T-1 has no safety plan.')
    const file = fileOf('plan.json', planFor())
    expect(await plan('write', 'T-1', file, ...worker)).toMatchObject({ code: 0 })
    const ok = async (...words: readonly string[]): Promise<string> => {
      const { code, out, err } = await plan(...words)
      expect({ code, why: code === 0 ? '' : err }).toEqual({ code: 0, why: '' })
      return out
    }
    await ok('sign', 'T-1', '--role', 'mother', ...worker)
    await ok('sign', 'T-1', '--role', 'team-manager', '--as', 'teamManager')
    await ok('refuse', 'T-1', '--role', 'father', ...worker)
    await ok('share', 'T-1', '--with', 'mother', ...worker)
    await town.quiet.moveTo('2026-03-10')
    expect(await ok('review', 'T-1', '--line', 'care-1:yes', 'safety-1:no:two quarrels', ...worker)).toContain(
      'Not kept: safety-1. Whether that is a breach somebody decides',
    )
    const breached = await ok('breach', 'T-1', '--line', 'safety-1', '--what', 'a quarrel', ...worker, '--json')
    const [breach = ''] = (JSON.parse(breached) as { eventIds: string[] }).eventIds
    await ok('pass-on', 'T-1', breach, '--to', 'detective-sergeant', '--as', 'teamManager')
    await ok('decide', 'T-1', breach, '--decision', 'support', '--reason', 'first time', '--as', 'sergeant')
    const shown = await ok('show', 'T-1', ...worker)
    for (const part of [
      'version 1 of 2 March 2026, written by Person worker',
      'Copies to give: father, social worker, team manager.',
      'Review 21 April 2026',
      'no, 10 March 2026',
      'detective sergeant, 10 March 2026 support, 10 March 2026',
      'claresLaw: Has Clare’s Law been explained?',
    ])
      expect(shown.replaceAll(/ +/g, ' ')).toContain(part)
    expect(JSON.parse(await ok('show', 'T-1', ...worker, '--json'))).toMatchObject({ format: 1, state: 'written' })
  })

  it('prints the family’s copy, of any version, and writes down that it did', async () => {
    const amended = fileOf(
      'second.json',
      planFor({ date: '2026-03-10' }, { basicCare: [line('care-1'), line('care-2')] }),
    )
    expect(await plan('write', 'T-1', amended, '--amends', '1', ...worker)).toMatchObject({ code: 0 })
    const out = path.join(folder, 'copy.html')
    const print = async (...more: readonly string[]) => {
      const answer = await plan('print', 'T-1', '--out', out, ...worker, ...more)
      expect(answer.code).toBe(0)
      return said(readFileSync(out, 'utf8'))
    }
    expect(await print()).toMatch(/Version 2.*Zebedee Quillfeather.*care-2/s)
    const first = await print('--version', '1')
    expect(first).toMatch(/Version 1.*Printed for Person worker on 10 March 2026/s)
    expect(first).not.toContain('care-2')
    const [row] = await town.quiet.db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from audit_event where action = 'safety-plan-printed'`
    expect(row?.n).toBe(2)
    expect(await plan('print', 'T-1', '--out', out, ...worker, '--version', '9')).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('has no version 9') as string },
    })
  })

  it.each([
    [['write', 'T-1', '/nowhere.json'], 'cannot be read'],
    [['review', 'T-1', '--line', 'care-1:often'], 'is none of yes, partly, no'],
    [['pass-on', 'T-1', 'b', '--to', 'court'], 'is none of team-manager, detective-sergeant'],
    [['decide', 'T-1', 'b', '--decision', 'prison', '--reason', 'x'], 'is none of support, caution'],
    [['sign', 'T-9', '--role', 'mother'], 'There is no case T-9'],
  ])('%s is refused with what to do', async (words, problem) => {
    expect(await plan(...words, ...worker)).toMatchObject({
      ...{ code: 2, out: '', err: expect.stringContaining(problem) as string },
    })
  })
})
