import { Prisma } from '../../../../prisma/generated/client'

/**
 * On `summary s`, also where a left join found none: which text, with which review, somebody has read. Of the words and not of the moment: two people can write at the
 * same one. Empty where nothing is written.
 */
export const SUMMARY_VERSION = Prisma.sql`case when s.case_id is null then ''
  else encode(sha256(convert_to(concat_ws(chr(31), s.text, s.reviewed_by::text, s.review_words), 'UTF8')), 'hex') end`
