/** What a web server is told by whoever starts it. */
export interface WebSettings {
  /** What people reach it by: https://caseclock.example. Cookies are for TLS only where it begins with https. */
  readonly baseUrl: string
  /** Signs the cookies; 32 characters or more. */
  readonly secret: string
  /** How many proxies stand before it, whose word on the reader's address is taken. */
  readonly proxies?: number
  /** How often one address may ask for the pages of signing in, in a minute; 30 unless told. */
  readonly triesPerMinute?: number
}
