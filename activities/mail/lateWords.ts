/** `3 working days late`, `5 months late`: not recorded as done for so long. */
export function lateWords(days: number, unit: 'working-days' | 'calendar-days'): string {
  if (days === 0) return 'not recorded as done'
  if (unit === 'working-days') return days === 1 ? '1 working day late' : `${String(days)} working days late`
  if (days >= 61) return `${String(Math.floor(days / 30.4))} months late`
  return days === 1 ? '1 day late' : `${String(days)} days late`
}
