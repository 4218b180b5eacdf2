const PREFIX = 'promised-'

/** The name by which whoever is to keep a promise is told of it; `rung`: the one it was made on. */
export const promisedStep = (rung: number): string => `${PREFIX}${String(rung)}`

export const isPromisedStep = (step: string): boolean => step.startsWith(PREFIX)
