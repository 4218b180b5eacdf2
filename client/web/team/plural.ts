/** `1 alert waits`, `2 alerts wait`: the number with its words. */
export const counted = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`
