/** What a web server is told by whoever starts it. */
export interface WebSettings {
  /** What people reach it by: https://caseclock.example. Cookies are for TLS only where it begins with https. */
  readonly baseUrl: string
  /** Signs the cookies; 32 characters or more. */
  readonly secret: string
  /** How many proxies stand before it, whose word on the reader's address is taken. */
  readonly proxies?: number
  /** How often one address may ask for the pages of signing in, in a minute: SIGN_IN_TRIES; 300 unless told, because a whole council may come by one address. */
  readonly triesPerMinute?: number
  /** A folder whose extracts may be imported from a page, by name: EXTRACTS_FOLDER. The worker sees it under the same path. None unless told. */
  readonly extracts?: string
  /** Where uploaded extracts lie until their import is over. The worker sees it under the same path. Nothing can be uploaded unless told: UPLOADS_FOLDER. */
  readonly uploads?: string
  /** The most that one upload may hold; in megabytes: UPLOAD_MEGABYTES; 500 unless told. */
  readonly uploadMegabytes?: number
  /** Who sends it as bearer token is shown the figures at /metrics, which is not there unless told: METRICS_TOKEN. */
  readonly metricsToken?: string
}
