import { isWallTime, minutesOfDay, wallTimeAfter } from '../../domain/calendar/wallTime'

describe('a time of day', () => {
  it.each(['00:00', '09:30', '23:59'])('%s is one', (time) => {
    expect(isWallTime(time)).toBe(true)
  })

  it.each(['', '9:30', '24:00', '12:60', '12:5', 'noon', '09:30:00', ' 09:30'])('%j is none', (time) => {
    expect(isWallTime(time)).toBe(false)
    expect(() => minutesOfDay(time)).toThrow('Write it as 09:30')
  })

  it('is counted from midnight, and on from there', () => {
    expect(minutesOfDay('09:30')).toBe(570)
    expect(wallTimeAfter('09:30', 20)).toBe('09:50')
    expect(wallTimeAfter('09:50', 20)).toBe('10:10')
    expect(wallTimeAfter('23:50', 20)).toBe('00:10')
  })
})
