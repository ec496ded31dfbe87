const BLOCK = 64;

/**
 * SHA-1 of some bytes. Here because UUIDs of version 5 are made with it, and
 * because this code also runs where there is no synchronous hash function. Not
 * for anything that has to withstand an attacker.
 */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = pad(bytes);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let offset = 0; offset < padded.byteLength; offset += BLOCK) {
    addBlock(state, new DataView(padded.buffer, offset, BLOCK));
  }
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, index) => digest.setUint32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(
    length - 8,
    BigInt(bytes.length) * 8n,
  );
  return padded;
}

function addBlock(state: number[], block: DataView): void {
  const words = new Int32Array(80);
  for (let i = 0; i < 80; i++) {
    words[i] =
      i < 16
        ? block.getInt32(i * 4)
        : rotate(
            words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16],
            1,
          );
  }
  let [a, b, c, d, e] = state;
  for (let i = 0; i < 80; i++) {
    const next = (rotate(a, 5) + mix(i, b, c, d) + e + words[i]) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  [a, b, c, d, e].forEach((word, index) => {
    state[index] = (state[index] + word) | 0;
  });
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) {
    return ((b & c) | (~b & d)) + 0x5a827999;
  }
  if (round < 40) {
    return (b ^ c ^ d) + 0x6ed9eba1;
  }
  if (round < 60) {
    return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  }
  return (b ^ c ^ d) + 0xca62c1d6;
}
