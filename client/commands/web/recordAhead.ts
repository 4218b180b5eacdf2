import type { LocalDate } from '@js-joda/core'
import type { WhatItSets } from '../../../domain/timeline/whatItSets'
import type { Database } from '../../../prisma/database'
import type { ReadableCase } from '../../queries/reading/readableCase'
import type { Refusal } from '../command'
import { saveEvent, type RecordEvent } from '../recordEvent'
import { setsAhead } from './setsAhead'

/** What recording this would set, meet and end. Nothing is written. */
export const recordAhead = (
  db: Database,
  about: ReadableCase,
  { command, today }: { readonly command: RecordEvent; readonly today: LocalDate },
): Promise<WhatItSets | Refusal> => setsAhead(db, about, { today, act: (tx) => saveEvent(tx, command) })
