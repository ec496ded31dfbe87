import { canonicalJson } from '../canonical/canonicalJson';
import { EnumFieldType } from '../fields/FieldType';
import { partPlace } from '../reading/Place';
import { Slot } from '../reading/Slot';
import { compareNames, placesOf } from './compareTypes';
import type { PortDiff } from './PortDiff';

/** Compares the values that are listed, their order, and what stands for those that are not. */
export function compareEnums(
  diff: PortDiff,
  before: Slot,
  from: EnumFieldType,
  after: Slot,
  to: EnumFieldType,
): void {
  compareNames(diff, before, from, after, to);
  const places = {
    old: partPlace(before.place, 'symbols'),
    new: partPlace(after.place, 'symbols'),
  };
  const known = new Set(from.symbols);
  const kept = new Set(to.symbols);
  const added = to.symbols.filter(symbol => !known.has(symbol));
  const removed = from.symbols.filter(symbol => !kept.has(symbol));
  if (added.length && !diff.context.partial) {
    diff.noteRead('ENUM_SYMBOL_ADDED', places, { new: added });
  }
  if (removed.length) {
    diff.noteRead('ENUM_SYMBOL_REMOVED', places, { old: removed });
  }
  const { partial, implied } = diff.context;
  const moved = isReordered(from, to, partial && !implied);
  if (moved) {
    diff.note('ENUM_ORDER_CHANGED', places, {
      old: from.symbols,
      new: to.symbols,
    });
  }
  if (!partial) {
    compareFallback(diff, before, from, after, to);
    if (Boolean(from.ordered) !== Boolean(to.ordered) && !moved) {
      diff.note('METADATA_CHANGED', placesOf(before, after), {
        subject: `order of the values of ${after.place.path}`,
        old: from.ordered ? 'ordered' : 'not ordered',
        new: to.ordered ? 'ordered' : 'not ordered',
      });
    }
  }
}

/**
 * Whether numbers that stand for places change their meaning: they do when
 * something comes in between. `some`: the old one lists only some of the
 * values, and tells no places.
 */
function isReordered(
  from: EnumFieldType,
  to: EnumFieldType,
  some: boolean,
): boolean {
  const known = new Set(from.symbols);
  const kept = new Set(to.symbols);
  if (some) {
    const relied = from.symbols.filter(symbol => kept.has(symbol));
    const order = to.symbols.filter(symbol => known.has(symbol));
    return (
      Boolean(from.ordered && to.ordered) &&
      relied.some((symbol, index) => order[index] !== symbol)
    );
  }
  return (
    Boolean(from.ordered || to.ordered) &&
    from.symbols.some(
      (symbol, index) => kept.has(symbol) && to.symbols[index] !== symbol,
    )
  );
}

function compareFallback(
  diff: PortDiff,
  before: Slot,
  from: EnumFieldType,
  after: Slot,
  to: EnumFieldType,
): void {
  const { fallback: old } = from;
  const { fallback: next } = to;
  const places = placesOf(before, after);
  if (old === undefined && next !== undefined) {
    diff.note('DEFAULT_ADDED', places, { new: next });
  } else if (old !== undefined && next === undefined) {
    diff.note('DEFAULT_REMOVED', places, { old });
  } else if (
    old !== undefined &&
    next !== undefined &&
    canonicalJson(old) !== canonicalJson(next)
  ) {
    diff.note('DEFAULT_CHANGED', places, { old, new: next });
  }
}
