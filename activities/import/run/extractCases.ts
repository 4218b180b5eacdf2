import type { Database } from '../../../prisma/database'
import { inBulk } from '../../../prisma/inBulk'
import { applyPeople } from '../applyPeople'
import { mapStaff } from '../mapStaff'
import { batchFacts } from './batchFacts'
import { batchRows } from './batchRows'
import { applyCase } from './applyCase'
import type { CaseSource } from './caseSource'
import { compareCase } from './compareCase'
import { rowsOfTable, unreadableRecords } from './currentRows'
import { findingsOf } from './findingsOf'
import type { ImportRun } from './importRun'
import { keepOtherRows, keepRowsOfChildren } from './snapshot'
import { countFacts } from './writeFacts'

/** The cases of an extract: families, from the rows about their children. */
export async function extractCases(db: Database, run: ImportRun): Promise<CaseSource> {
  const rows = batchRows(db, run)
  const facts = batchFacts(db)
  const around = {
    rows,
    facts,
    staff: mapStaff(
      await rowsOfTable(db, run, 'ssd_department'),
      await rowsOfTable(db, run, 'ssd_professionals'),
      () => undefined,
    ),
    unreadable: await inBulk(db, (tx) => unreadableRecords(tx, run)),
  }
  return {
    atOnce: 50,
    file: 'ssd_person.csv',
    people: new Map(around.staff.people.map((person) => [person.id, person])),
    ahead: async (cases) => {
      await Promise.all([rows.ahead(cases), facts.ahead(cases)])
    },
    writePeople: (tx) => applyPeople(tx, around.staff, run.asAt),
    compare: async (tx, one) => {
      const { recorded, mapped, reconciled } = await compareCase(tx, run, one, {
        ...around,
        before: await facts.of(tx, one.caseId),
      })
      const { ref, teamId, children } = mapped.family
      const { append } = reconciled
      const known = { caseId: one.caseId, ref, teamId, children, recorded }
      return {
        toPreview: { ...known, append, counts: countFacts(append), asAt: run.asAt },
        findings: findingsOf({ mapped, reconciled }),
      }
    },
    apply: async (tx, one) => {
      const applied = await applyCase(tx, run, one, around)
      if (applied !== null) await keepRowsOfChildren(tx, run, one.children)
      return applied
    },
    finish: (beat) => keepOtherRows(db, run, beat),
  }
}
