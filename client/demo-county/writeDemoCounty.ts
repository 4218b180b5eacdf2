import { mkdir } from 'node:fs/promises'
import { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { CountyTables } from './countyTables'
import { addFamily } from './family'
import { chance } from './random'
import { addStaff } from './staff'
import type { Story } from './story'

export interface DemoCounty {
  readonly folder: string
  /** The day of the extract, ISO. */
  readonly today: string
  readonly families?: number
  readonly seed?: number
}

/** What has happened to each twentieth family. */
const STORIES: readonly Story[] = [
  ...(['closed', 'protection', 'need', 'assessment', 'protection'] as const),
  ...(['unheld', 'protection', 'stepped-down', 'need', 'protection'] as const),
  ...(['assessment', 'protection', 'protection-ended', 'need', 'protection'] as const),
  ...(['transfer', 'protection', 'assessment', 'waiting', 'protection'] as const),
]
/** Of sixty families one has nobody, two a worker who has left, and three have missed a review. */
const ROUND = 60
const HELD_BY_A_LEAVER = [11, 33]
const REVIEW_MISSED = [6, 24, 49]

/** Writes the extract of Wexcombe, an imaginary county: every name, number and date is invented. The same seed and day give the same bytes. */
export async function writeDemoCounty({ folder, today, families = 60, seed = 1 }: DemoCounty): Promise<void> {
  await mkdir(folder, { recursive: true })
  const tables = new CountyTables()
  const random = chance(seed)
  const calendar = englandAndWales()
  const staff = addStaff(tables, random, families)
  for (let index = 0; index < families; index += 1) {
    const place = index % ROUND
    const story = storyAt(place)
    const heldBy = HELD_BY_A_LEAVER.includes(place) ? 'a-leaver' : 'somebody'
    addFamily({ tables, random, staff, calendar, today: LocalDate.parse(today), story, heldBy })
  }
  staff.addOfficer()
  tables.write(folder, today)
}

function storyAt(place: number): Story {
  const usual = STORIES[place % STORIES.length] ?? 'need'
  if (usual === 'unheld' && place >= STORIES.length) return 'assessment'
  return REVIEW_MISSED.includes(place) ? 'review-missed' : usual
}
