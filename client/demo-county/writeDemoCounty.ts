import { mkdir } from 'node:fs/promises'
import { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { CountyTables } from './countyTables'
import { addFamily, type Story } from './family'
import { chance } from './random'
import { addStaff } from './staff'

export interface DemoCounty {
  readonly folder: string
  /** The day of the extract, ISO. */
  readonly today: string
  readonly families?: number
  readonly seed?: number
}

/** What has happened to so many families in twenty. */
const STORIES: readonly Story[] = [
  'closed',
  'closed',
  'closed',
  'assessment',
  'assessment',
  'assessment',
  'need',
  'need',
  'need',
  'need',
  'protection',
  'protection',
  'protection',
  'protection',
  'protection',
  'protection',
  'protection',
  'protection',
  'waiting',
  'transfer',
]

/** Writes the extract of Wexcombe, an imaginary county: every name, number and date is invented. The same seed and day give the same bytes. */
export async function writeDemoCounty({ folder, today, families = 60, seed = 1 }: DemoCounty): Promise<void> {
  await mkdir(folder, { recursive: true })
  const tables = new CountyTables()
  const random = chance(seed)
  const calendar = englandAndWales()
  const staff = addStaff(tables, random, families)
  for (let index = 0; index < families; index += 1) {
    const story = index === 5 ? 'unheld' : (STORIES[index % STORIES.length] ?? 'need')
    addFamily({ tables, random, staff, calendar, today: LocalDate.parse(today), story })
  }
  tables.write(folder, today)
}
