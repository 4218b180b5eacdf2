/** Whether an address is one of this machine's own: where a server listens, or who asks. */
export const isLoopback = (address: string): boolean =>
  /^(127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3}|localhost)$/.test(address)
