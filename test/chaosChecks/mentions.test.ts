import { mentions } from '../chaos/mentions'

describe('whether a history names somebody', () => {
  it.each([
    ['a name in a sentence', '{"message":"no row for Zebedee Quillfeather"}', 'Quillfeather'],
    ['a reference', '{"id":"N-1003955"}', 'N-1003955'],
    ['a number as a value', '{"child":"1003955"}', '1003955'],
    ['a number in a sentence', '{"message":"child 1003955 is gone"}', '1003955'],
    ['a number at the end of a path', '{"id":"case/1003955"}', '1003955'],
    ['a number in a list', '["1","1003955"]', '1003955'],
  ])('yes: %s', (_, text, word) => {
    expect(mentions(text, word)).toBe(true)
  })

  it.each([
    ['the nanoseconds of an event', '{"nanos":910039551}', '1003955'],
    ['the milliseconds of a sleep', '{"sleepMs":1003955}', '1003955'],
    ['an id of our own', '{"id":"case/01a21003-955d-7000-8100-395500001003"}', '1003955'],
    ['hexadecimal digits', '"0f1003955a"', '1003955'],
  ])('no: %s', (_, text, word) => {
    expect(mentions(text, word)).toBe(false)
  })
})
