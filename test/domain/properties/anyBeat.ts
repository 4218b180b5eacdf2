import fc from 'fast-check'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { ANY_PAYLOAD, type DrawnPayload } from './anyPayload'

/** One event of a story before it has a date and an id. */
export interface Beat {
  readonly kind: EventKind
  readonly payload: DrawnPayload
  /** Days after its act began. */
  readonly after: number
  /** Days by which it was recorded late: appended after what happened meanwhile. */
  readonly recordedLate: number
  /** Which children it concerns: 0 all of them, else a set of bits. */
  readonly concerning: number
}

interface When {
  readonly min: number
  readonly max: number
}

/** A beat of one kind, in a span of days after its act began; `fixed` fields are not drawn. */
export const beat = (kind: EventKind, { min, max }: When, fixed: DrawnPayload = {}): fc.Arbitrary<Beat> =>
  fc
    .record({
      payload: ANY_PAYLOAD[kind],
      after: fc.integer({ min, max }),
      recordedLate: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 60 })),
      concerning: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 7 })),
    })
    .map((drawn) => ({ ...drawn, kind, payload: { ...drawn.payload, ...fixed } }))

/** None or one of it. */
export const perhaps = (one: fc.Arbitrary<Beat>): fc.Arbitrary<readonly Beat[]> => fc.array(one, { maxLength: 1 })

/** A chain of up to so many of one kind, each so long after the one before. */
export const chain = (kind: EventKind, most: number, gap: When): fc.Arbitrary<readonly Beat[]> =>
  fc.array(beat(kind, gap), { maxLength: most }).map((beats) => {
    let day = 0
    return beats.map((one) => ({ ...one, after: (day += one.after) }))
  })

/** All these in one act. */
export const together = (
  ...parts: readonly (fc.Arbitrary<Beat> | fc.Arbitrary<readonly Beat[]>)[]
): fc.Arbitrary<readonly Beat[]> =>
  fc.tuple(...(parts as readonly fc.Arbitrary<Beat | readonly Beat[]>[])).map((drawn) => drawn.flat())
