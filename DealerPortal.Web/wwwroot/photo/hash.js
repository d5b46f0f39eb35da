// SHA-256 of a file as lower-case hex. Browsers keep crypto.subtle for https and localhost; a phone on the shop's plain http network gets the same from here.

const K = new Uint32Array(64);
const START = new Uint32Array(8);
{
  // The first 32 bits of the fractional parts of the cube and square roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3).
  const fraction = (root) => ((root - Math.floor(root)) * 0x100000000) >>> 0;
  for (let n = 2, i = 0; i < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
    if (!prime) continue;
    if (i < 8) START[i] = fraction(Math.sqrt(n));
    K[i++] = fraction(Math.cbrt(n));
  }
}

const turn = (x, n) => (x >>> n) | (x << (32 - n));

function block(state, w, view, at) {
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15], b = w[i - 2];
    w[i] = (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)) + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 16];
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

/** @param {ArrayBuffer} bytes */
export function plain(bytes) {
  const state = START.slice(), w = new Uint32Array(64), whole = bytes.byteLength - (bytes.byteLength % 64);
  const view = new DataView(bytes);
  for (let at = 0; at < whole; at += 64) block(state, w, view, at);

  const rest = bytes.byteLength - whole;
  const end = new Uint8Array(rest < 56 ? 64 : 128);
  end.set(new Uint8Array(bytes, whole));
  end[rest] = 0x80;
  const tail = new DataView(end.buffer);
  tail.setUint32(end.length - 8, Math.floor(bytes.byteLength / 0x20000000));
  tail.setUint32(end.length - 4, (bytes.byteLength << 3) >>> 0);
  for (let at = 0; at < end.length; at += 64) block(state, w, tail, at);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** @param {ArrayBuffer} bytes */
export async function sha256(bytes) {
  if (!globalThis.crypto?.subtle) return plain(bytes);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((one) => one.toString(16).padStart(2, '0')).join('');
}
