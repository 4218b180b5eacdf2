import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Database } from '../../prisma/database'
import { loadRun, type ImportRun } from '../../activities/import/run/importRun'
import { stageTable } from '../../activities/import/run/stageTable'
import { ReadByAnother } from '../../activities/import/run/stageReader'
import { startImport } from '../../client/commands/startImport'
import { smallExtract } from '../import/smallExtract'
import { quietTown, type QuietTown } from '../servers/quietTown'

const HEADER = 'fami_table_id,fami_family_id,fami_person_id'
const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index))
const still = (): void => undefined

const latch = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

describe('the rows of a table on their way into the database', () => {
  let quiet: QuietTown
  let folder: string
  let run: ImportRun
  beforeEach(async () => {
    quiet = await quietTown('2026-11-23')
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-read-'))
    smallExtract(folder, {})
    const runId = await startImport(quiet, { source: 'ssd', folder, actorId: null })
    const loaded = await loadRun(quiet.db, runId)
    if (loaded === undefined) throw new Error('The import did not begin.')
    run = loaded
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const families = (lines: readonly string[]): void =>
    writeFileSync(path.join(folder, 'ssd_family.csv'), [HEADER, ...lines, ''].join('\n'))
  const inDatabase = async () => {
    const [row] = await quiet.db.$queryRaw<{ rows: number; read: number | null }[]>`
      select (select count(*) from import_row where tbl = 'ssd_family')::int as rows, (tables_read->>'ssd_family')::int as read
      from import_run where id = ${run.id}::uuid`
    return row
  }

  /** The same database, where `before` runs ahead of every statement that holds these words. */
  const watched = (words: string, before: (values: readonly unknown[], text: string) => Promise<void>): Database =>
    new Proxy(quiet.db, {
      get: (db, name) => {
        if (name !== '$queryRaw' && name !== '$executeRaw') return Reflect.get(db, name) as unknown
        return async (text: TemplateStringsArray, ...values: readonly unknown[]) => {
          if (text.join(' ').includes(words)) await before(values, text.join(' '))
          return db[name](text, ...values)
        }
      },
    })

  it('of a file without one readable row go in so many at a time, and each of them is counted', async () => {
    families(numbers(22_500).map((id) => `${id},a cell less`))
    const batches: number[] = []
    const db = watched('insert into import_row', (values) => {
      const rows = values.find((value) => typeof value === 'string' && value.startsWith('['))
      batches.push((JSON.parse(String(rows)) as unknown[]).length)
      return Promise.resolve()
    })
    let beats = 0
    await stageTable(db, run, 'ssd_family', () => void (beats += 1))
    expect(Math.max(...batches)).toBe(1_000)
    expect(beats).toBeGreaterThan(22)
    expect(await inDatabase()).toEqual({ rows: 22_500, read: 0 })
    const findings = await quiet.db.$queryRaw<{ problem: string }[]>`
      select problem from import_finding where line is null`
    expect(findings.map(({ problem }) => problem.split(',')[0])).toEqual([
      '20500 more of this kind in this file are not listed',
    ])
  })

  it('rows without an id, of which nothing is kept, show life too', async () => {
    families(numbers(3_500).map(() => ',a,b'))
    let beats = 0
    await stageTable(quiet.db, run, 'ssd_family', () => void (beats += 1))
    expect(beats).toBeGreaterThanOrEqual(3)
  })

  /** Stops before the nth statement with these words until it is told to go on. Counts the statements about rows that came after that one. */
  const paused = (words: string, nth: number) => {
    const [reached, goOn] = [latch(), latch()]
    let count = 0
    let after = 0
    const db = watched('import_row', async (_values, text) => {
      if (count >= nth) after += 1
      if (!text.includes(words)) return
      count += 1
      if (count !== nth) return
      reached.open()
      await goOn.opened
    })
    return { db, reached: reached.opened, goOn: goOn.open, after: () => after }
  }

  it.each([
    ['clearing what was left', 'delete from import_row', 1],
    ['its first rows', 'insert into import_row', 1],
    ['its last rows', 'insert into import_row', 3],
  ])(
    'a worker that was paused before %s stops when it wakes: another one has read the table',
    async (_, words, nth) => {
      families(numbers(2_500).map((id) => `${id},500,${id}`))
      const first = paused(words, nth)
      const lost = stageTable(first.db, run, 'ssd_family', still)
      await first.reached
      families(numbers(2_400).map((id) => `x${id},500,${id}`))
      await stageTable(quiet.db, run, 'ssd_family', still)
      first.goOn()
      await expect(lost).rejects.toThrow(ReadByAnother)
      expect(first.after()).toBe(0)
      expect(await inDatabase()).toEqual({ rows: 2_400, read: 2_400 })
    },
  )

  it('nor does it take anything from one that is in the middle of it', async () => {
    families(numbers(2_500).map((id) => `${id},500,${id}`))
    const first = paused('delete from import_row', 1)
    const lost = stageTable(first.db, run, 'ssd_family', still)
    await first.reached
    const second = paused('insert into import_row', 3)
    const going = stageTable(second.db, run, 'ssd_family', still)
    await second.reached
    first.goOn()
    await expect(lost).rejects.toThrow(ReadByAnother)
    expect(first.after()).toBe(0)
    second.goOn()
    await going
    expect(await inDatabase()).toEqual({ rows: 2_500, read: 2_500 })
  })

  it('one that wakes before it began leaves a table that has been read as it is', async () => {
    families(['1,500,100'])
    await stageTable(quiet.db, run, 'ssd_family', still)
    families([])
    await stageTable(quiet.db, run, 'ssd_family', still)
    expect(await inDatabase()).toEqual({ rows: 1, read: 1 })
  })
})
