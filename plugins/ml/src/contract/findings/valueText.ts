import { Json } from '@understudy/contracts';

const LONGEST = 120;

/** A value that a finding quotes, for people: plain where it is plain. */
export function valueText(value: Json | undefined): string {
  if (value === undefined) {
    return '';
  }
  let text: string;
  if (Array.isArray(value)) {
    text = value.map(each => valueText(each)).join(', ');
  } else if (value !== null && typeof value === 'object') {
    text = Object.entries(value)
      .map(([key, part]) => `${key} ${valueText(part)}`)
      .join(', ');
  } else {
    text = String(value);
  }
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
