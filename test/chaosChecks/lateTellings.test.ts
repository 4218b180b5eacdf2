import { LocalDate } from '@js-joda/core'
import { builtInRules } from '../../activities/planning/rules'
import { lateTellingFaults } from '../chaos/lateTellings'
import type { WrittenNotice } from '../chaos/writtenInTown'
import { at, EIGHT, EXPECTED, SIX, telling, written } from './oneReview'

const rules = builtInRules()
const day = (text: string): LocalDate => LocalDate.parse(text)
const judge = (notices: readonly WrittenNotice[], last = '2026-12-31') =>
  lateTellingFaults(EXPECTED, notices, { rules, last: day(last) })

describe('what a clock that runs may differ in', () => {
  const ladder = [written(at(2)), written(at(3))]

  it('nothing at all is no fault', () => {
    expect(judge(EXPECTED.map((one) => written(one)))).toEqual({ faults: [], toldAsOne: 0, rungsStillToCome: 0 })
  })

  it('steps slept through are told as one, the newest', () => {
    expect(judge([written(at(1), { on: '2026-11-28', minute: SIX }), ...ladder])).toMatchObject({
      faults: [],
      toldAsOne: 1,
    })
  })

  it('a rung counts from the day the one below it was told, and may be still to come', () => {
    const late = written(at(2), { on: '2026-12-03', minute: EIGHT })
    const steps = [written(at(0)), written(at(1))]
    expect(judge([...steps, late], '2026-12-05')).toMatchObject({ faults: [], rungsStillToCome: 1 })
    expect(judge([...steps, late, written(at(3), { on: '2026-12-08', minute: EIGHT })]).faults).toEqual([])
  })

  it('what is told beside the ladder in its time moves no rung', () => {
    const beside = telling('late-3', '2026-12-01', 0)
    const expected = [...EXPECTED.slice(0, 3), beside, at(3)]
    const told = [written(at(0)), written(at(1)), written(beside), written(at(2), { on: '2026-12-03', minute: EIGHT })]
    const judged = (last: string) => lateTellingFaults(expected, told, { rules, last: day(last) })
    expect(judged('2026-12-05')).toEqual({ faults: [], toldAsOne: 0, rungsStillToCome: 1 })
    expect(judged('2026-12-08').faults).toEqual([`missing: ${at(3).key}`])
  })
})

describe('what a clock that runs may not differ in', () => {
  const all = EXPECTED.map((one) => written(one))

  it('a step that is missing though the case was looked at in between', () => {
    const looked = written(at(2), { on: '2026-11-20', minute: SIX })
    expect(judge([looked, ...all.slice(1)]).faults).toContain(`missing: ${at(0).key}`)
  })

  it('a step that is missing with nothing newer told', () => {
    expect(judge([written(at(0)), ...all.slice(2)]).faults).toEqual([`missing: ${at(1).key}`])
  })

  it('a rung that is missing though its day has passed', () => {
    expect(judge(all.slice(0, 3)).faults).toEqual([`missing: ${at(3).key}`])
    expect(judge([...all.slice(0, 2), written(at(3))]).faults).toContain(`missing: ${at(2).key}`)
  })

  it('a notice told twice', () => {
    expect(judge([...all, written(at(1))]).faults).toEqual([`told twice: ${at(1).key}`])
    expect(judge([...all, written(at(3))]).faults).toEqual([`told twice: ${at(3).key}`, `not asked for: ${at(3).key}`])
  })

  it('a notice nobody asked for', () => {
    const other = { ...written(at(1)), step: 'due-1wd', key: 'another' }
    expect(judge([...all, other]).faults).toEqual(['not asked for: another'])
  })

  it('a step or a rung before its time', () => {
    const early = { ...written(at(1)), writtenAt: at(1).moment - 1 }
    expect(judge([written(at(0)), early, ...all.slice(2)]).faults).toEqual([`written before its time: ${at(1).key}`])
    const hasty = written(at(3), { on: '2026-12-02', minute: EIGHT })
    expect(judge([...all.slice(0, 3), hasty]).faults).toEqual([
      `a rung before its day: ${hasty.key}`,
      `written before its time: ${hasty.key}`,
    ])
  })
})
