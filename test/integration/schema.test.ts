import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { getDMMF } from '@prisma/get-dmmf'
import { Client } from 'pg'
import { migrate, MIGRATIONS } from '../../prisma/migrate'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { testTown, type TestTown } from '../servers/testTown'

const COLUMN_TYPES: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Boolean: 'boolean',
  DateTime: 'timestamp with time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
}

/** SQL that asks the database what time it is. */
const ASKS_THE_TIME =
  /(?<![\w.])now\(\)|\b(?:current_date|current_time(?:stamp)?|localtime(?:stamp)?|(?:clock|statement|transaction)_timestamp|timeofday)\b/i
const ANY_ID = '00000000-0000-0000-0000-000000000000'
const ROOT = path.join(__dirname, '..', '..')

describe('the schema', () => {
  let town: TestTown
  let pg: Client
  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-03-02' })
    await addPeople(town)
    await addCase(town, 'T-1', '2026-02-02')
    pg = new Client({ connectionString: town.url })
    await pg.connect()
  })
  afterAll(async () => {
    await pg.end()
    await town.stop()
  })

  interface Models {
    readonly datamodel: {
      readonly models: readonly {
        readonly name: string
        readonly dbName: string | null
        readonly fields: readonly {
          name: string
          dbName?: string | null
          type: string
          isList: boolean
          isRequired: boolean
          nativeType?: readonly [string, ...unknown[]] | null
        }[]
      }[]
    }
  }

  it('and the migrations describe the same tables, columns and types', async () => {
    const datamodelText = readFileSync(path.join(__dirname, '..', '..', 'prisma', 'schema.prisma'), 'utf8')
    const { datamodel } = getDMMF({ datamodel: datamodelText }) as unknown as Models
    const wanted = datamodel.models.flatMap((model) =>
      model.fields.map((field) => {
        const native = field.nativeType?.[0]
        const type = native === 'Uuid' ? 'uuid' : native === 'Date' ? 'date' : (COLUMN_TYPES[field.type] ?? field.type)
        return `${model.dbName ?? model.name}.${field.dbName ?? field.name} ${field.isList ? 'ARRAY' : type} ${field.isRequired || field.isList ? 'required' : 'optional'}`
      }),
    )
    const { rows } = await pg.query<{ line: string }>(`
      select table_name || '.' || column_name || ' ' || data_type || ' ' || case is_nullable when 'NO' then 'required' else 'optional' end as line
      from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'`)
    expect(rows.map(({ line }) => line).sort()).toEqual([...wanted].sort())
  })

  it.each([
    [
      'audit_event_command_id_idx',
      'whether a command was answered before',
      `select id from audit_event where command_id = '${ANY_ID}'`,
    ],
    [
      'message_recipient_id_lane_day_idx',
      'how many digests a reader had on a day',
      `select count(*) from message where recipient_id = '${ANY_ID}' and lane = 'digest' and day = '2026-03-02'`,
    ],
    [
      'notice_waiting_for_digest',
      'what waits for the digest of a reader',
      `select id from notice where recipient_id = '${ANY_ID}' and lane = 'digest' and message_id is null and withdrawn_at is null order by id`,
    ],
    [
      'notice_waiting_for_digest',
      'whose digest is next',
      `select recipient_id from notice where lane = 'digest' and message_id is null and withdrawn_at is null and recipient_id > '${ANY_ID}' group by recipient_id order by recipient_id`,
    ],
    [
      'case_file_ref_prefix_idx',
      'cases by the start of a reference',
      `select id from case_file where lower(ref) like 'n-1%'`,
    ],
    [
      'child_words_idx',
      'children by the start of a name',
      `select case_id from child where name_words(forename || ' ' || surname) @@ to_tsquery('simple', 'mar:*')`,
    ],
    [
      'person_words_idx',
      'workers by the start of a name',
      `select id from person where name_words(name) @@ to_tsquery('simple', 'oka:*')`,
    ],
  ])('has the index %s to find %s', async (index, _what, question) => {
    await pg.query('begin')
    try {
      // The tables of this test are almost empty: reading one whole would be quicker, were it allowed.
      await pg.query('set local enable_seqscan = off')
      const { rows } = await pg.query<{ 'QUERY PLAN': string }>(`explain ${question}`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).toContain(index)
    } finally {
      await pg.query('rollback')
    }
  })

  it('has no clock, nor has any SQL in the program; the words for it are noticed', () => {
    for (const words of ['select now()', 'default CURRENT_TIMESTAMP', 'on < current_date', 'clock_timestamp()'])
      expect(words).toMatch(ASKS_THE_TIME)
    const sources = ['activities', 'client', 'worker', 'workflows'].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => path.join(folder, name)),
    )
    expect(sources.length).toBeGreaterThan(200)
    const asking = sources.filter((name) => ASKS_THE_TIME.test(readFileSync(path.join(ROOT, name), 'utf8')))
    expect(asking).toEqual([])
  })

  it('has no clock in its tables: nothing in it asks the database what time it is', async () => {
    const sql = readdirSync(MIGRATIONS)
      .map((name) => readFileSync(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8'))
      .join('\n')
    expect(sql).toContain('create table chronology_event')
    expect(sql.match(ASKS_THE_TIME)).toBeNull()
    const { rows } = await pg.query(
      `select 1 from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations' and column_default is not null`,
    )
    expect(rows).toEqual([])
  })

  it.each([
    ['update', `update chronology_event set kind = 'visit-made'`],
    ['delete', 'delete from chronology_event'],
    ['truncate', 'truncate chronology_event cascade'],
    [
      'update of the audit',
      `insert into audit_event values (gen_random_uuid(), '2026-03-02', null, 'x', null, gen_random_uuid(), '{}'); update audit_event set action = 'y'`,
    ],
    [
      'update of a version of the rules',
      `insert into policy_version values (gen_random_uuid(), default, 'x@1', '{}', null, '2026-03-02', false, '${PEOPLE.worker}', '2026-03-02', gen_random_uuid()); update policy_version set name = 'y@1'`,
    ],
    [
      'delete of a one-off holiday',
      `insert into calendar_day values (gen_random_uuid(), '2027-05-10', 'x', '${PEOPLE.worker}', '2026-03-02', gen_random_uuid()); delete from calendar_day`,
    ],
  ])('refuses an %s of what is append-only', async (_what, sql) => {
    await expect(pg.query(sql)).rejects.toThrow('append-only')
  })

  it.each([
    'chronology_event',
    'audit_event',
    'escalation_entry',
    'delivery_attempt',
    'policy_version',
    'calendar_day',
  ])('gives the application no right to change %s, and none to empty any table', async (table) => {
    const { rows } = await pg.query<{ privilege: string }>(
      `select privilege_type as privilege from information_schema.role_table_grants where grantee = 'caseclock_app' and table_name = $1 order by 1`,
      [table],
    )
    expect(rows.map(({ privilege }) => privilege)).toEqual(['INSERT', 'SELECT'])
    await expect(town.db.$executeRaw`truncate obligation cascade`).rejects.toThrow('permission denied')
  })

  it('lets the application work as nobody but that role', async () => {
    expect(await town.db.$queryRaw`select current_user::text as role`).toEqual([{ role: 'caseclock_app' }])
    await expect(town.db.$executeRaw`update _prisma_migrations set logs = ''`).rejects.toThrow('permission denied')
  })

  it('refuses a second open escalation for one matter, and a moved clock where it is no demo', async () => {
    await expect(pg.query(`update authority set demo = false`)).rejects.toThrow('authority_real_clock')
    await pg.query(
      `insert into obligation select gen_random_uuid(), id, 'visit', 'case', 't', '', 'Visit', '2026-01-01', '2026-01-01', '2026-01-01', null, 1, 'open', null, null, null, 'working-days', 'p', '[]', null, null, 'obligation' from case_file limit 1`,
    )
    const open = `insert into escalation (id, case_id, obligation_id, due_on, state, opened_at, taken_up) select gen_random_uuid(), case_id, id, due_on, 'open', '2026-01-02', false from obligation where rule = 'visit' limit 1`
    const member = `insert into escalation_member (escalation_id, obligation_id, leads, due_on, joined_at)
      select id, obligation_id, true, due_on, '2026-01-02' from escalation e where not exists (select from escalation_member m where m.escalation_id = e.id)`
    for (const query of [open, member, open]) await pg.query(query)
    await expect(pg.query(member)).rejects.toThrow('escalation_member_in_one')
  })

  it('migrates once, and refuses a migration that was edited after it was applied', async () => {
    expect(await migrate(town.url)).toEqual([])
    await pg.query(`update _prisma_migrations set checksum = 'another'`)
    await expect(migrate(town.url)).rejects.toThrow('was changed after this database had taken it')
  })
})
