/** What to take out below a property: nothing, texts, or texts and numbers. */
export type Secrecy = 0 | 1 | 2;

const SECRET_KEY =
  /passw(?:or)?d|passphrase|pwd$|secret(?!ar)|tokens?$|(?:api|access|private|account|encryption|signing)[-_. ]?key(?:$|[-_.])|credentials?$|^authorization$/i;

/** Counted, measured or limited rather than kept from others: `max_tokens: 512`. */
const COUNTABLE = /tokens?$/i;

const ENVIRONMENT =
  /^(?:environment[-_]?variables|env[-_]?(?:vars?|variables)|environ)$/i;

const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, Secrecy>();

/** Whether a property of this name is likely to hold a secret. */
export function secrecyOf(key: string): Secrecy {
  // Events have the same few keys over and over.
  let secrecy = remembered.get(key);
  if (secrecy === undefined) {
    secrecy = judge(key);
    if (remembered.size >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.set(key, secrecy);
  }
  return secrecy;
}

function judge(key: string): Secrecy {
  if (!SECRET_KEY.test(key)) {
    return 0;
  }
  return COUNTABLE.test(key) ? 1 : 2;
}

/** Whether a property of this name holds variables of a process. */
export function isEnvironment(key: string): boolean {
  return key.startsWith('env') && ENVIRONMENT.test(key);
}
