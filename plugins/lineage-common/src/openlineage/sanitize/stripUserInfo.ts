const AUTHORITY = '://';
const AUTHORITY_END = /[\s/?#"'<>]/;
const TEXT_END = /[\s"'<>]/;
const PORT = /^\d{1,5}(?:[,/?#]|$)/;

/**
 * The text without `user:password@` in addresses; of http addresses without
 * `user@` too, where tokens are put. `abfss://container@account` stays.
 */
export function stripUserInfo(text: string): string {
  if (!text.includes('@')) {
    return text;
  }
  let from = text.indexOf(AUTHORITY);
  let result = '';
  let copied = 0;
  while (from >= 0) {
    const start = from + AUTHORITY.length;
    const next = text.indexOf(AUTHORITY, start);
    const rest = text.slice(start, next < 0 ? text.length : next);
    const length = userInfoLength(rest, isHttp(text, from));
    if (length > 0) {
      result += text.slice(copied, start);
      copied = start + length;
    }
    from = next;
  }
  return result + text.slice(copied);
}

function isHttp(text: string, end: number): boolean {
  return /(?:^|[^a-z0-9+.-])https?$/i.test(
    text.slice(Math.max(0, end - 6), end),
  );
}

/** How many characters to leave out after `://`. */
function userInfoLength(rest: string, http: boolean): number {
  const authority = rest.slice(0, endAt(rest, AUTHORITY_END));
  const at = authority.lastIndexOf('@');
  if (at >= 0) {
    return http || authority.slice(0, at).includes(':') ? at + 1 : 0;
  }
  // Secret keys of object stores have slashes: s3a://key:sec/ret@bucket.
  const colon = authority.indexOf(':');
  if (colon <= 0 || authority[0] === '[') {
    return 0;
  }
  const word = rest.slice(0, endAt(rest, TEXT_END));
  if (word[colon + 1] === '/') {
    // A drive: file://C:/data
    return 0;
  }
  return PORT.test(word.slice(colon + 1)) ? 0 : word.lastIndexOf('@') + 1;
}

function endAt(text: string, end: RegExp): number {
  const index = text.search(end);
  return index < 0 ? text.length : index;
}
