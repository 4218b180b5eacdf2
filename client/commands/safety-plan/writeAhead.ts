import type { LocalDate } from '@js-joda/core'
import type { WhatItSets } from '../../../domain/timeline/whatItSets'
import type { Database } from '../../../prisma/database'
import type { ReadableCase } from '../../queries/reading/readableCase'
import type { Refusal } from '../command'
import { setsAhead } from '../web/setsAhead'
import { writePlan, type WritePlan } from './writePlan'

/** What writing this plan would set, meet and end: its lines with their days, its review. Nothing is written. */
export const writeAhead = (
  db: Database,
  about: ReadableCase,
  { command, today }: { readonly command: WritePlan; readonly today: LocalDate },
): Promise<WhatItSets | Refusal> => setsAhead(db, about, { today, act: (tx) => writePlan({ tx }, command) })
