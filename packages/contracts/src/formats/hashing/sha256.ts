const primes = Array.from({ length: 312 }, (_, n) => n).filter(
  n => n > 1 && !hasDivisor(n),
);

function hasDivisor(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) {
    if (n % divisor === 0) {
      return true;
    }
  }
  return false;
}

/** The first 32 bits behind the point: what the standard takes from roots of primes. */
function fractionBits(root: number): number {
  return Math.floor((root % 1) * 2 ** 32) | 0;
}

const INITIAL = primes.slice(0, 8).map(prime => fractionBits(Math.sqrt(prime)));
const ROUND_CONSTANTS = primes
  .slice(0, 64)
  .map(prime => fractionBits(Math.cbrt(prime)));

/**
 * SHA-256 (FIPS 180-4) of text in UTF-8, in hexadecimal. Browsers have it only
 * behind a promise, and importers are plain functions.
 */
export function sha256(text: string): string {
  const message = pad(new TextEncoder().encode(text));
  const hash = Int32Array.from(INITIAL);
  const schedule = new Int32Array(64);
  for (let start = 0; start < message.byteLength; start += 64) {
    fillSchedule(schedule, message, start);
    addBlock(hash, schedule);
  }
  return Array.from(hash, word =>
    (word >>> 0).toString(16).padStart(8, '0'),
  ).join('');
}

/** The bytes, a one bit, zeros, and the number of bits, in whole blocks. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function fillSchedule(w: Int32Array, message: DataView, start: number): void {
  for (let i = 0; i < 16; i += 1) {
    w[i] = message.getInt32(start + i * 4);
  }
  for (let i = 16; i < 64; i += 1) {
    const a = w[i - 15];
    const b = w[i - 2];
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
}

function addBlock(hash: Int32Array, schedule: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < 64; i += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + ROUND_CONSTANTS[i] + schedule[i]) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [
      ...[g, f, e, (d + t1) | 0, c, b, a],
      (t1 + s0 + majority) | 0,
    ];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] += word;
  });
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
