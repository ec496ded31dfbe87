/**
 * The z below which a standard normal value stays with a probability, from
 * 0.5 to 0.9999. The distribution has no closed form: its series is summed,
 * which is exact to the last digits in this range, and searched by halving.
 */
export function normalQuantile(probability: number): number {
  let low = 0;
  let high = 8;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (probabilityBelow(middle) < probability) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

function probabilityBelow(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
