import { Fact } from '../pieces/Facts';
import { formatNumber } from '../pieces/formatNumber';

/** A number with its name; left out where it is not known. */
export function countFact(name: string, count: number | undefined): Fact {
  return {
    name,
    value: count === undefined ? undefined : formatNumber(count),
  };
}
