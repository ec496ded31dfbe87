/**
 * How one field decides something about another, by the subtypes that OpenLineage
 * has for this.
 *
 * @public
 */
export type LineageInfluence =
  'filter' | 'join' | 'groupBy' | 'sort' | 'window' | 'conditional';

/** Bits of the kind of a connection between fields. */
export const FIELD_KIND = {
  /** The value is passed on, or computed from. */
  direct: 1,
  /** It decides something. */
  indirect: 2,
} as const;

/** Bits that say more about what is decided, with the words of events. */
const INFLUENCES: [name: LineageInfluence, subtype: string, bit: number][] = [
  ['filter', 'FILTER', 4],
  ['join', 'JOIN', 8],
  ['groupBy', 'GROUP_BY', 16],
  ['sort', 'SORT', 32],
  ['window', 'WINDOW', 64],
  ['conditional', 'CONDITIONAL', 128],
];

/** The bits of a transformation of an event; none where it says nothing known. */
export function bitsOfTransformation(type: unknown, subtype: unknown): number {
  if (type === 'DIRECT') {
    return FIELD_KIND.direct;
  }
  const influence = INFLUENCES.find(([, word]) => word === subtype);
  return type === 'INDIRECT' ? FIELD_KIND.indirect | (influence?.[2] ?? 0) : 0;
}

/**
 * How a connection between fields decides something, by the bits of its kind as
 * {@link StatedFieldEdge} has them.
 *
 * @public
 */
export function influencesOf(kind: number): LineageInfluence[] {
  return INFLUENCES.flatMap(([name, , bit]) =>
    (kind & bit) === 0 ? [] : [name],
  );
}
