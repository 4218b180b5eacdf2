/** One line of figures beside the results of a test: how large it was, and how long it took. */
export const tellOf = (what: string, figures: Readonly<Record<string, string | number>>): void => {
  const words = Object.entries(figures).map(([name, figure]) => `${String(figure)} ${name}`)
  process.stderr.write(`${what}: ${words.join(', ')}\n`)
}
