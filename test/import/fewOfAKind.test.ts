import type { Finding } from '../../activities/import/finding'
import { fewOfAKind } from '../../activities/import/fewOfAKind'

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

const kept = (findings: readonly Finding[], most: number): readonly Finding[] => {
  const few = fewOfAKind(most)
  for (const finding of findings) few.found(finding)
  return few.all()
}

describe('findings that are kept', () => {
  it('are all of them up to the bound', () => {
    const some = [...of('not-a-day', 'a.csv', 3), ...of('not-a-day', 'b.csv', 3), ...of('wrong-code', 'a.csv', 3)]
    expect(kept(some, 3)).toEqual(some)
  })

  it('are the first of a kind in a file, and one that counts the others', () => {
    const all = kept([...of('not-a-day', 'a.csv', 5), ...of('wrong-code', 'a.csv', 1)], 3)
    expect(all.map(({ kind, record }) => [kind, record])).toEqual([
      ['not-a-day', 'r0'],
      ['not-a-day', 'r1'],
      ['not-a-day', 'r2'],
      ['wrong-code', 'r0'],
      ['not-a-day', null],
    ])
    expect(all.at(-1)).toMatchObject({ line: null, field: null, taken: 'rejected' })
    expect(all.at(-1)?.problem).toMatch(/^2 more/)
  })
})
