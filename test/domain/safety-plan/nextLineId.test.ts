import { nextLineId } from '../../../domain/safety-plan/nextLineId'
import { LINE_ID, PLAN_DOMAINS } from '../../../domain/safety-plan/planDomains'

describe('the name of a new line of a safety plan', () => {
  test('is the domain with the lowest number that no version has used, of a line that was left out too', () => {
    expect(nextLineId('basicCare', new Set())).toBe('care-1')
    expect(nextLineId('basicCare', new Set(['care-1', 'care-2', 'safety-3']))).toBe('care-3')
    expect(nextLineId('basicCare', new Set(['care-2']))).toBe('care-1')
  })

  test('is one that a plan may have, in every domain', () => {
    for (const { id } of PLAN_DOMAINS) expect(nextLineId(id, new Set())).toMatch(LINE_ID)
  })

  test('is none that a plan may have where no domain was chosen', () => {
    expect(nextLineId('', new Set())).not.toMatch(LINE_ID)
  })
})
