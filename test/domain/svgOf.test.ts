import { element, picture } from '../../domain/picture/svg'
import { pictureOf } from './svgOf'

const drawn = (description: string, ...children: Parameters<typeof picture>[1][]) =>
  picture({ id: 'one', width: 10, height: 10, title: 'One', description }, ...children)

describe('what the tests take for a picture', () => {
  it('is one of ours', () => {
    expect(pictureOf(drawn('A square.', element('rect', {}))).name).toBe('svg')
  })

  it.each([
    { text: '<svg role="img"/>', because: 'nothing says what it shows' },
    { text: drawn(''), because: 'its description is empty' },
    { text: drawn('A square.').replace('role="img"', ''), because: 'it does not say that it is one' },
    { text: drawn('A square.', element('script', {}, 'alert(1)')), because: 'it runs something' },
    { text: drawn('A square.').replace('</svg>', ''), because: 'it is not well-formed' },
  ])('is refused when $because', ({ text }) => {
    expect(() => pictureOf(text)).toThrow()
  })
})
