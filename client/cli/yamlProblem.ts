import type { YAMLParseError } from 'yaml'

/** What is wrong in a file of YAML, in words for who wrote it: the library's speak to programmers. */
const PROBLEMS: Readonly<Record<YAMLParseError['code'], string>> = {
  ALIAS_PROPS: 'an alias (*) takes no anchor and no tag; take them away',
  BAD_ALIAS: 'this alias (*) names nothing; write the value out',
  BAD_COLLECTION_TYPE: 'a tag (!) says one kind of value and another stands there; take the tag away',
  BAD_DIRECTIVE: 'a line that begins with % is none of the values; take it away',
  BAD_DQ_ESCAPE: 'a backslash between double quotes begins something unknown; write it twice, or use single quotes',
  BAD_INDENT: 'this line stands too far to the left or to the right; give lines that belong together the same indent',
  BAD_PROP_ORDER: 'an anchor (&) or tag (!) stands in the wrong place; take it away',
  BAD_SCALAR_START: 'a text cannot begin like this; put it between quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a list or several values stand where one name is expected; begin a new line for them',
  BLOCK_IN_FLOW: 'between brackets everything stands on one line, separated by commas',
  DUPLICATE_KEY: 'this name stands twice, and each must be unique; keep one',
  IMPOSSIBLE: 'this is no YAML; look at the quotes and brackets before it',
  KEY_OVER_1024_CHARS: 'a name is longer than 1,024 characters; look for a missing quote or colon',
  MISSING_CHAR: 'a quote, a bracket, a comma or a colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a name goes over several lines; look for a missing colon or quote',
  MULTIPLE_ANCHORS: 'one value has several anchors (&); take them away',
  MULTIPLE_DOCS: 'a line --- begins a second document; a file holds one, so give each a file of its own',
  MULTIPLE_TAGS: 'one value has several tags (!); take them away',
  NON_STRING_KEY: 'a name has to be a text',
  RESOURCE_EXHAUSTION: 'it is nested too deeply; write less into each other',
  TAB_AS_INDENT: 'a tab indents this line; use spaces',
  TAG_RESOLVE_FAILED: 'this tag (!) is not known; take it away',
  UNEXPECTED_TOKEN: 'something stands here that is not expected; look at the quotes and brackets around it',
}

export const yamlProblem = ({ code }: Pick<YAMLParseError, 'code'>): string => PROBLEMS[code]
