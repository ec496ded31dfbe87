import {
  ObjectFieldType,
  ScalarFieldType,
  TensorFieldType,
} from '../fields/FieldType';
import {
  classifyPromotion,
  comparePromotions,
} from '../reading/comparePromotions';
import { describeShape, describeType } from '../reading/describeType';
import { partPlace } from '../reading/Place';
import { itemSlot } from '../reading/readArray';
import { valuesSlot } from '../reading/readMap';
import { readsName } from '../reading/readNamedType';
import { branchesOf, Slot } from '../reading/Slot';
import { compareEnums } from './compareEnums';
import { compareObjects } from './compareObjects';
import type { PortDiff } from './PortDiff';

/** Compares two resolved types: what reading would not notice, and the parts within. */
export function compareTypes(
  diff: PortDiff,
  before: Slot,
  after: Slot,
  depth: number,
): void {
  const from = before.type;
  const to = after.type;
  if (from.kind === 'union' || to.kind === 'union') {
    compareUnions(diff, before, after, depth);
  } else if (from.kind === 'scalar' && to.kind === 'scalar') {
    compareScalars(diff, before, from, after, to);
  } else if (from.kind === 'enum' && to.kind === 'enum') {
    compareEnums(diff, before, from, after, to);
  } else if (from.kind === 'tensor' && to.kind === 'tensor') {
    compareTensors(diff, before, from, after, to);
  } else if (from.kind === 'array' && to.kind === 'array') {
    const old = { slot: before, type: from };
    const next = { slot: after, type: to };
    const positions = Math.min(from.tuple?.length ?? 0, to.tuple?.length ?? 0);
    for (let position = 0; position < positions; position++) {
      diff.compare(
        itemSlot(old, position),
        itemSlot(next, position),
        depth + 1,
      );
    }
    diff.compare(itemSlot(old), itemSlot(next), depth + 1);
  } else if (from.kind === 'map' && to.kind === 'map') {
    diff.compare(
      valuesSlot({ slot: before, type: from }),
      valuesSlot({ slot: after, type: to }),
      depth + 1,
    );
  } else if (from.kind === 'object' && to.kind === 'object') {
    compareNames(diff, before, from, after, to);
    compareObjects(
      diff,
      { slot: before, type: from },
      { slot: after, type: to },
      depth,
    );
  } else if (
    from.kind !== to.kind &&
    !diff.wasRead(before.place, after.place)
  ) {
    diff.noteRead(kindRule(from.kind, to.kind), placesOf(before, after), {
      old: describeType(from),
      new: describeType(to),
    });
  }
}

/** What a change of kind is called that readers of both versions take. */
function kindRule(from: string, to: string): string {
  if (to === 'any') {
    return 'TYPE_TO_ANY';
  }
  if (from === 'any') {
    return 'TYPE_FROM_ANY';
  }
  if (from === 'enum' || to === 'enum') {
    return from === 'enum'
      ? 'ENUM_CONSTRAINT_REMOVED'
      : 'ENUM_CONSTRAINT_ADDED';
  }
  return 'TYPE_WIDENED';
}

export function placesOf(before: Slot, after: Slot) {
  return { old: before.place, new: after.place };
}

function compareScalars(
  diff: PortDiff,
  before: Slot,
  from: ScalarFieldType,
  after: Slot,
  to: ScalarFieldType,
): void {
  if (from.fixedSize !== undefined && to.fixedSize !== undefined) {
    compareNames(diff, before, from, after, to);
  }
  const changed = (
    ['type', 'precision', 'scale', 'timeUnit', 'fixedSize'] as const
  ).some(part => from[part] !== to[part]);
  if (!changed || diff.wasRead(before.place, after.place)) {
    return;
  }
  const { forth, back } = comparePromotions(diff.context.rules, from, to);
  const ruleId =
    from.type === to.type ? 'METADATA_CHANGED' : classifyPromotion(forth, back);
  diff.noteRead(ruleId, placesOf(before, after), {
    old: describeType(from),
    new: describeType(to),
  });
}

function compareTensors(
  diff: PortDiff,
  before: Slot,
  from: TensorFieldType,
  after: Slot,
  to: TensorFieldType,
): void {
  const places = placesOf(before, after);
  if (from.layout !== to.layout) {
    const declared = from.layout !== undefined && to.layout !== undefined;
    if (declared || !diff.context.partial) {
      const effect = declared ? 'error' : 'warning';
      diff.note(
        'TENSOR_LAYOUT_CHANGED',
        places,
        { old: from.layout, new: to.layout },
        { backward: effect, forward: effect },
      );
    }
  }
  const shapes = {
    old: partPlace(before.place, 'shape'),
    new: partPlace(after.place, 'shape'),
  };
  const old = describeShape(from.shape);
  const next = describeShape(to.shape);
  if (old !== next && !diff.wasRead(shapes.old, shapes.new)) {
    diff.noteRead('METADATA_CHANGED', shapes, { old, new: next });
  }
}

interface NamedType {
  name?: string;
}

export function compareNames(
  diff: PortDiff,
  before: Slot,
  from: NamedType,
  after: Slot,
  to: NamedType,
): void {
  if (
    from.name !== undefined &&
    to.name !== undefined &&
    from.name !== to.name &&
    !diff.context.partial
  ) {
    diff.noteRead('NAMED_TYPE_RENAMED', placesOf(before, after), {
      old: from.name,
      new: to.name,
    });
  }
}

/** Compares the branches that belong together: objects of one name, or the only ones of their kind. */
function compareUnions(
  diff: PortDiff,
  before: Slot,
  after: Slot,
  depth: number,
): void {
  const old = branchesOf(before, diff.old).branches;
  const next = branchesOf(after, diff.new).branches;
  for (const branch of next) {
    const counterparts = old.filter(other => belongTogether(other, branch));
    const rivals = next.filter(other =>
      counterparts.some(counterpart => belongTogether(counterpart, other)),
    );
    if (counterparts.length === 1 && rivals.length === 1) {
      diff.compare(counterparts[0], branch, depth + 1);
    }
  }
}

function belongTogether(before: Slot, after: Slot): boolean {
  const from = before.type;
  const to = after.type;
  if (from.kind === 'scalar' && to.kind === 'scalar') {
    return from.type === to.type;
  }
  if (from.kind === 'object' && to.kind === 'object') {
    return readsName(to as ObjectFieldType, from);
  }
  return from.kind === to.kind;
}
