/**
 * A whole number from the environment, so that the same test is small in CI and large when somebody wants to be shown: the usual one when the
 * variable is missing. Throws with what to write when it is no whole number from 1 to `most`.
 */
export function sizeFromEnvironment(
  name: string,
  { usual, most }: { readonly usual: number; readonly most: number },
  environment: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const text = environment[name]
  if (text === undefined || text === '') return usual
  const size = Number(text)
  if (!/^\d+$/.test(text) || size < 1 || size > most)
    throw new Error(
      `${name} is "${text}". Give a whole number from 1 to ${String(most)}, or leave it away for ${String(usual)}.`,
    )
  return size
}
