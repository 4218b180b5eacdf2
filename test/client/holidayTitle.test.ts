import { CommandFailed } from '../../client/cli/io'
import { holidayTitle } from '../../client/cli/holidayTitle'

describe('the title of a holiday', () => {
  it('is as it will be stored: spaces as one', () => {
    expect(holidayTitle('  State\t occasion\n')).toBe('State occasion')
    expect(holidayTitle('Gŵyl Dewi, “St David’s”')).toBe('Gŵyl Dewi, “St David’s”')
  })

  it.each([
    ['\u001b[2JA day', 'U+001B'],
    ['A\0day', 'U+0000'],
    ['A day\ud800', 'U+D800'],
    ['A \u202eday', 'U+202E'],
  ])('never holds what does not show: %j', (typed, hidden) => {
    expect(() => holidayTitle(typed)).toThrow(CommandFailed)
    expect(() => holidayTitle(typed)).toThrow(`a character that does not show (${hidden})`)
  })
})
