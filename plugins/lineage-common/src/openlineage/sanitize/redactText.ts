import { stripUserInfo } from './stripUserInfo';

/** Written where a secret was. */
export const REMOVED = '[removed]';

const KEYS = '(?:api|access|private|account)[-_]?key';
const WORD = `(?:passw(?:or)?d|passphrase|pwd|secret(?!ar)|tokens?(?![a-z])|${KEYS}|credentials?)`;

// Every repetition is bounded: a text of megabytes must not take seconds.
const HINT = new RegExp(
  `jdbc:|passw|passphrase|pwd|secret|token|${KEYS}|credential|signature=|sig=|identified|bearer|private key`,
  'i',
);
/** `password 'x'`, `"token": "x"`, `identified by 'x'`. */
const QUOTED = new RegExp(
  `(${WORD}[\\w.-]{0,40}["']?\\s{0,4}(?:=>|[:=])?\\s{0,4}|identified\\s{1,4}by\\s{1,4})(["'])(?:(?!\\2)[^\\\\]|\\\\.){1,1000}\\2`,
  'gi',
);
/** `password=x`, `token: x`. */
const PLAIN = new RegExp(
  `(${WORD}[\\w.-]{0,40}(?:=|:\\s?))(?!\\[removed\\]|[\\s"'])[^\\s&;,)}\\]"']{1,1000}`,
  'gi',
);
/** `--password x`. */
const ARGUMENT = new RegExp(
  `((?:^|\\s)--?[\\w-]{0,30}${WORD}[\\w-]{0,30}\\s{1,4})(?!\\[removed\\]|[-\\s"'])[^\\s"']{1,1000}`,
  'gi',
);
const SIGNATURE =
  /([?&](?:sig|(?:x-amz-|x-goog-)?(?:signature|credential|security-token))=)(?!\[removed\])[^\s&"']{1,2000}/gi;
const BEARER = /\b(bearer\s{1,4})[\w.~+/=-]{12,4000}/gi;
const ORACLE = /(jdbc:oracle:\w{1,10}:)[^\s/@"']{1,200}\/[^\s@"']{1,200}@/gi;
const PRIVATE_KEY =
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:[^-]|-(?!----)){0,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g;

/** Text of any kind without the secrets that can be told from their surroundings. */
export function redactText(text: string): string {
  const clean = stripUserInfo(text);
  // Most texts end here: this runs on every text of every event.
  if (!HINT.test(clean)) {
    return clean;
  }
  return clean
    .replace(ORACLE, '$1@')
    .replace(PRIVATE_KEY, REMOVED)
    .replace(BEARER, `$1${REMOVED}`)
    .replace(QUOTED, `$1$2${REMOVED}$2`)
    .replace(PLAIN, `$1${REMOVED}`)
    .replace(ARGUMENT, `$1${REMOVED}`)
    .replace(SIGNATURE, `$1${REMOVED}`);
}

const JDBC_PASSWORD =
  /((?:passw(?:or)?d|pwd)=)(?!\[removed\])[^\s&;,)]{1,1000}/gi;

/**
 * A name of a dataset or job loses credentials in addresses only: a partition
 * `token=a` is part of a name, and names that differ must stay different.
 */
export function redactName(name: string): string {
  if (!name.includes('://') && !name.includes('jdbc:')) {
    return name;
  }
  return stripUserInfo(name)
    .replace(ORACLE, '$1@')
    .replace(JDBC_PASSWORD, `$1${REMOVED}`);
}
