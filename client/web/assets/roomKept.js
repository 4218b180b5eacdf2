// What a browser keeps for a page while its window is open.
export function kept(key, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? otherwise
  } catch {
    return otherwise
  }
}

export function store(key, value) {
  try {
    if (value.length === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing, or is full: the page itself still has it.
  }
}
