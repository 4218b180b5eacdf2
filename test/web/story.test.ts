import { story } from '../../client/web/demo/story'
import type { StoryCases } from '../../client/queries/web/storyCases'
import { day } from '../domain/facts'

const worker = { id: 'w', name: 'Wren Worker' }
const late = { ref: 'N-1', title: 'Review conference', dueOn: '2026-10-23', alert: 'a', worker }
const told = (who: { id: string; name: string } | null): StoryCases => ({
  ...{ onTime: null, away: null },
  late: { ...late, told: who },
})
const stepsOf = (cases: StoryCases): readonly string[] =>
  story(cases, day('2026-11-23')).flatMap(({ steps }) => steps.map(({ text }) => text))

describe('the story of a child who is late', () => {
  it('begins before anybody above was told, and says how to come there', () => {
    const steps = stepsOf(told(null))
    expect(steps).toHaveLength(2)
    expect(steps[1]).toContain('Nobody above has been told yet. Let time pass')
  })

  it('goes on with whoever was told', () => {
    const steps = stepsOf(told({ id: 'm', name: 'Merle Manager' }))
    expect(steps).toHaveLength(4)
    expect(steps[1]).toContain('Be Merle Manager, who has been told.')
    expect(steps.join(' ')).not.toContain('Nobody above')
  })

  it('is none where nothing is late', () => {
    expect(stepsOf({ onTime: null, late: null, away: null })).toEqual([])
  })
})
