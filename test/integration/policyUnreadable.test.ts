import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { assessmentDue } from '../servers/assessmentOf'
import { councilRules } from '../servers/councilRules'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { typed, type Said } from '../servers/typed'

const BUILT_IN = englandFamilySafeguarding1.id

/** As a later version of the program may have stored them. An assessment is due 45 working days after 2 February 2026, on 8 April; after 40 on 30 March. */
describe('rules in force that this program cannot read', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
  })
  afterEach(() => quiet.stop())

  const stored = (from: string, openWork = false): Promise<number> => quiet.db.$executeRaw`
    insert into policy_version (id, name, document, in_force_from, applies_to_open_work, activated_by, activated_at, command_id)
    values (gen_random_uuid(), 'newer@1', '{"id": "newer@1", "rules": [{"id": "horoscope"}]}', ${from}::date, ${openWork},
      ${PEOPLE.serviceManager}::uuid, '2026-03-02', gen_random_uuid())`
  const activateFile = async (...words: string[]): Promise<Said> => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-rules-'))
    const file = path.join(folder, 'north.json')
    writeFileSync(file, JSON.stringify(councilRules('north@1', 40).overlay))
    try {
      return await typed(quiet.town, 'policy', 'activate', file, '--from', '2026-03-02', ...words)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  it('stops every plan with a reason, and changes none', async () => {
    await stored('2026-03-02')
    await expect(quiet.plan()).rejects.toThrow('The rules newer@1, in force from 2 March 2026, cannot be read')
    expect(await quiet.db.$queryRaw`select 1 from obligation`).toEqual([])
  })

  it('stops nothing before its day', async () => {
    await stored('2026-03-03')
    await quiet.plan()
    expect(await assessmentDue(quiet, 'T-1')).toBe(`2026-04-08 ${BUILT_IN}`)
    expect((await typed(quiet.town, 'calendar', 'add', '2027-05-10', 'State occasion')).code).toBe(0)
    await quiet.moveTo('2026-03-03')
    await expect(quiet.plan()).rejects.toThrow('newer@1')
  })

  it.each([
    ['from the same day', '2026-03-02'],
    ['after it was in force', '2026-02-16'],
  ])('can be replaced on the command line %s, and plans go on', async (_when, from) => {
    await stored(from)
    await expect(quiet.plan()).rejects.toThrow('newer@1')
    const looked = await activateFile('--open-work')
    expect(looked).toMatchObject({ code: 0, err: expect.stringContaining('Nothing could be compared.') as string })
    const said = await activateFile('--open-work', '--as', 'serviceManager')
    expect(said.out).toContain('north@1 is in force from 2 March 2026')
    await quiet.plan()
    expect(await assessmentDue(quiet, 'T-1')).toBe('2026-03-30 north@1')
  })
})
