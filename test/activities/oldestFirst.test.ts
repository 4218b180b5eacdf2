import { LocalDate } from '@js-joda/core'
import { oldestFirst } from '../../activities/escalation/oldestFirst'

const one = (id: string, ref: string, dueOn: string, openedAt: number) => ({
  ...{ id, ref, dueOn: LocalDate.parse(dueOn), openedAt },
})

it('the oldest alert is the one that was due first, then the one that was opened first; those of one moment stand by case', () => {
  const alerts = [
    one('d', 'N-1', '2026-05-02', 1),
    one('c', 'N-2', '2026-05-01', 7),
    one('b', 'N-2', '2026-05-01', 7),
    one('f', 'N-1', '2026-05-01', 7),
    one('e', 'N-3', '2026-05-01', 6),
    one('a', 'N-1', '2026-05-03', 0),
  ]
  const order = ['e', 'f', 'b', 'c', 'd', 'a']
  expect([...alerts].sort(oldestFirst).map(({ id }) => id)).toEqual(order)
  expect(
    [...alerts]
      .reverse()
      .sort(oldestFirst)
      .map(({ id }) => id),
  ).toEqual(order)
})
