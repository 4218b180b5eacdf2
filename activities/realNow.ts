/** Real time. The only place in Caseclock that asks it. Epoch milliseconds. */
export const realNow = (): number => Date.now()
