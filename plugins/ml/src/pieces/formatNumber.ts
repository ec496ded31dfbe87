// Narrow, and no place for a line to end.
const THIN_SPACE = '\u202f';
const MINUS = '\u2212';

/**
 * Writes a number for people: three significant digits, whole numbers from a
 * thousand up in full with thin spaces between the thousands.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) {
    return String(value);
  }
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  if (size >= 1e15 || (size > 0 && size < 1e-4)) {
    return sign + size.toExponential(2);
  }
  if (size >= 1000) {
    return sign + groupThousands(Math.round(size).toString());
  }
  return sign + (Number.isInteger(value) ? size.toString() : significant(size));
}

/** Like {@link formatNumber}, with a plus in front of what is above zero. */
export function formatSigned(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}

function significant(size: number): string {
  const text = size.toPrecision(3);
  // 999.7 rounds up into four digits, which toPrecision writes as 1.00e+3.
  return text.includes('e') ? groupThousands(Number(text).toString()) : text;
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}
