const DAY_MINUTES = 24 * 60

/** A time of day as people write it: `09:30`, London wall time. */
export const isWallTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Minutes since midnight of `09:30`. Throws a RangeError for what is no time of day. */
export function minutesOfDay(time: string): number {
  if (!isWallTime(time)) throw new RangeError(`${time} is no time of day. Write it as 09:30.`)
  const [hours = '', minutes = ''] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** The time of day so many minutes after another; past midnight it begins again. */
export function wallTimeAfter(time: string, minutes: number): string {
  const at = (minutesOfDay(time) + minutes) % DAY_MINUTES
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
