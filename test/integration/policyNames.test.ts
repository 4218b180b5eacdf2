import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { migrate, MIGRATIONS } from '../../prisma/migrate'

const INTO_FORCE = '0007_rules_in_force'

it('an obligation written before versions were kept names its pack alone after the migration', async () => {
  const server = process.env['TEST_POSTGRES'] ?? ''
  const name = `town_${randomBytes(6).toString('hex')}`
  const admin = new Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = server.replace(/\/[^/]*$/, `/${name}`)
  const before = mkdtempSync(path.join(os.tmpdir(), 'caseclock-migrations-'))
  for (const one of readdirSync(MIGRATIONS).filter((migration) => migration < INTO_FORCE))
    cpSync(path.join(MIGRATIONS, one), path.join(before, one), { recursive: true })
  const pg = new Client({ connectionString: url })
  try {
    await migrate(url, before)
    await pg.connect()
    await pg.query(`
      insert into case_file (id, ref, open, facts_version, planned_version, rules_version)
      values (gen_random_uuid(), 'T-1', true, 1, 1, 'england-family-safeguarding@1 england-and-wales@2026-11')`)
    await pg.query(`
      insert into obligation select gen_random_uuid(), id, 'visit', 'case', 't', '', 'Visit', '2026-01-01', '2026-01-01', '2026-01-01', null, 1,
        'open', null, null, null, 'working-days', rules_version, '[]' from case_file`)
    expect(await migrate(url)).toContain(INTO_FORCE)
    expect((await pg.query('select policy, moved_because from obligation')).rows).toEqual([
      { policy: 'england-family-safeguarding@1', moved_because: null },
    ])
  } finally {
    await pg.end()
    rmSync(before, { recursive: true })
  }
})
