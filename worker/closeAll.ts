/** Closes what was opened, the last first, whatever the others do. Answers what failed. */
export async function closeAll(opened: readonly (() => unknown)[]): Promise<readonly unknown[]> {
  const failures: unknown[] = []
  for (const close of [...opened].reverse()) {
    try {
      await close()
    } catch (error) {
      failures.push(error)
    }
  }
  return failures
}
