/** These machines are small and shared: a test fails for what it asserts, not for being slow. Milliseconds. */
jest.setTimeout(300_000)
