import type { FindingKind } from '../findingKinds'
import type { Draft } from './draft'
import { RecordRejected, type Place } from './recordReader'

/** Makes a finding of what is wrong at a place. */
export type Report = (kind: FindingKind, place: Place, problem: string) => void

/** What reading one child is given, and what it fills. */
export interface ChildReading {
  /** The reference date, ISO. */
  readonly asAt: string
  /** Records taken by element name: counted here. */
  readonly read: Record<string, number>
  readonly warn: Report
  readonly reject: Report
}

export const counted = (read: Record<string, number>, name: string): void => {
  read[name] = (read[name] ?? 0) + 1
}

/** The events of one record; none when it cannot be taken, which is a finding. */
export function takeRecord<D extends readonly Draft[]>(
  { read, reject }: ChildReading,
  name: string | null,
  map: () => D,
): D | undefined {
  try {
    const events = map()
    if (name !== null) counted(read, name)
    return events
  } catch (error) {
    if (!(error instanceof RecordRejected)) throw error
    reject(error.kind, error.place, error.message)
    return undefined
  }
}
