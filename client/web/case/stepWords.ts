/** What a step of telling is, in words: `book-6w`, `due-10wd`, `due-0`, `at-once`, `late`, `rung-2`. */
export function stepWords(step: string): string {
  if (step === 'at-once') return 'Told at once'
  if (step === 'due-0') return 'Reminder on the day'
  const [, what, n, unit] = /^(due|book)-(\d+)(wd|d|w|m)$/.exec(step) ?? []
  if (what !== undefined && n !== undefined && unit !== undefined)
    return `Reminder ${what === 'book' ? 'to book it ' : ''}${n} ${UNITS[unit] ?? ''}${n === '1' ? '' : 's'} before`
  return step.startsWith('late') ? 'Told that it is late' : 'Told as an alert'
}

const UNITS: Readonly<Record<string, string>> = { wd: 'working day', d: 'day', w: 'week', m: 'month' }
