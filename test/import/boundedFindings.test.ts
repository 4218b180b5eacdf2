import type { Finding } from '../../activities/import/finding'
import { boundedFindings } from '../../activities/import/run/boundedFindings'

const of = (kind: Finding['kind'], file: string, count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, index) => ({
    kind,
    file,
    line: index + 2,
    record: `r${String(index)}`,
    field: 'f',
    problem: 'Odd.',
    taken: 'rejected',
  }))

describe('findings that are kept', () => {
  it('are all of them up to the bound', () => {
    const some = [...of('not-a-day', 'a.csv', 3), ...of('not-a-day', 'b.csv', 3), ...of('wrong-code', 'a.csv', 3)]
    expect(boundedFindings(some, 3)).toEqual(some)
  })

  it('are the first of a kind in a file, and one that counts the others', () => {
    const kept = boundedFindings([...of('not-a-day', 'a.csv', 5), ...of('wrong-code', 'a.csv', 1)], 3)
    expect(kept.map(({ kind, record }) => [kind, record])).toEqual([
      ['not-a-day', 'r0'],
      ['not-a-day', 'r1'],
      ['not-a-day', 'r2'],
      ['wrong-code', 'r0'],
      ['not-a-day', null],
    ])
    expect(kept.at(-1)).toMatchObject({ line: null, field: null, taken: 'rejected' })
    expect(kept.at(-1)?.problem).toMatch(/^2 more/)
  })
})
