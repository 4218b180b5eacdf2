/** What GOV.UK and WCAG 2.2 AA ask of text: at least 4.5 to 1. */
export const LEAST_CONTRAST = 4.5

const COLOUR = /^#[0-9a-f]{6}$/i

/** Contrast of white text on a colour (`#1d3d5c`), from 1 to 21, by WCAG 2.2; undefined for what is no colour. */
export function contrastWithWhite(colour: string): number | undefined {
  if (!COLOUR.test(colour)) return undefined
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    light(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

const light = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** Why white text cannot stand on this colour, or undefined when it can. Rounded down: 4.49 is never said to be 4.5. */
export function colourProblem(colour: string): string | undefined {
  const contrast = contrastWithWhite(colour)
  if (contrast === undefined) return 'Give the colour as # and six digits or letters a to f, like #1d3d5c.'
  return contrast >= LEAST_CONTRAST
    ? undefined
    : `White letters on ${colour} have a contrast of ${ratio(contrast)} to 1, and at least ${String(LEAST_CONTRAST)} to 1 is needed. Choose a darker colour.`
}

export const ratio = (contrast: number): string => (Math.floor(contrast * 10) / 10).toFixed(1)
