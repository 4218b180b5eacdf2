/** `Review conference` in the middle of a sentence: `review conference`. An abbreviation (`CIN review`) stays as it is. */
export const lowerFirst = (title: string): string =>
  /^\p{Lu}\p{Lu}/u.test(title) ? title : `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`
