import { Field } from '../fields/Field';
import { Effect } from '../findings/Change';
import { ObjectFieldType } from '../fields/FieldType';
import { FieldMatch } from '../reading/matchFields';
import { isPositional } from '../reading/readObject';
import { fieldSlot, Slot } from '../reading/Slot';
import { compareField } from './compareField';
import { movedFields } from './movedFields';
import { pairFields } from './pairFields';
import { noteAdded, noteRemoved } from './noteLoneField';
import type { PortDiff } from './PortDiff';

interface ObjectSlot {
  slot: Slot;
  type: ObjectFieldType;
}

/** Compares the fields of two versions of an object, and what it does with others. */
export function compareObjects(
  diff: PortDiff,
  before: ObjectSlot,
  after: ObjectSlot,
  depth: number,
): void {
  const root = depth === 0;
  const positional = root && isPositional(diff.new);
  if (root && positional !== isPositional(diff.old)) {
    // That names take the place of places, or the other way round, is all there is to say.
    return;
  }
  compareContent(diff, before, after);
  const { kept, added, removed } = pairFields(
    before.type.fields,
    after.type.fields,
    { positional, similar: !diff.context.partial },
  );
  const moved =
    diff.context.partial || positional ? new Set() : movedFields(kept);
  for (const { old, new: next, by } of kept) {
    const from = fieldSlot(before.slot, before.type.fields[old], old);
    const to = fieldSlot(after.slot, after.type.fields[next], next);
    if (root) {
      diff.newNames.set(
        String(before.type.fields[old].name),
        String(after.type.fields[next].name),
      );
    }
    noteName(
      diff,
      from,
      before.type.fields[old],
      to,
      after.type.fields[next],
      by,
    );
    if (moved.has(next)) {
      // Names find their fields wherever they stand.
      diff.noteRead(
        'FIELD_REORDERED',
        { old: from.owner, new: to.owner },
        { old, new: next },
      );
    }
    compareField(
      diff,
      from,
      before.type.fields[old],
      to,
      after.type.fields[next],
    );
    diff.compare(from, to, depth + 1);
  }
  if (positional) {
    notePlaces(diff, before, after);
  }
  for (const index of removed) {
    noteRemoved(
      diff,
      fieldSlot(before.slot, before.type.fields[index], index),
      before.type.fields[index],
    );
  }
  if (!diff.context.partial) {
    for (const index of added) {
      noteAdded(
        diff,
        fieldSlot(after.slot, after.type.fields[index], index),
        after.type.fields[index],
      );
    }
  }
}

function compareContent(
  diff: PortDiff,
  before: ObjectSlot,
  after: ObjectSlot,
): void {
  const old = before.type.unknown;
  const next = after.type.unknown;
  if (old === next || diff.context.partial) {
    return;
  }
  const places = { old: before.slot.place, new: after.slot.place };
  if (next === 'reject') {
    diff.note(
      'CONTENT_MODEL_CLOSED',
      places,
      { old, new: next },
      { backward: diff.context.rules.dropsUnknownFields ? 'ok' : 'error' },
    );
  } else if (old === 'reject') {
    diff.noteRead('CONTENT_MODEL_OPENED', places, { old, new: next });
  } else {
    diff.note('METADATA_CHANGED', places, { old, new: next });
  }
}

/** Renames are judged by our table, except where the profile is that of a public system. */
function noteName(
  diff: PortDiff,
  from: Slot,
  before: Field,
  to: Slot,
  after: Field,
  by: FieldMatch | 'similar',
): void {
  const old = String(before.name);
  const next = String(after.name);
  if (old === next) {
    return;
  }
  if (by === 'place') {
    // Nobody looks at the names of columns that have places.
    diff.note(
      'METADATA_CHANGED',
      { old: from.owner, new: to.owner },
      {
        subject: `name of the column ${to.owner.path}`,
        old: before.name,
        new: after.name,
      },
    );
    return;
  }
  const { exact, foldsCase } = diff.context.rules;
  const places = { old: from.owner, new: to.owner };
  const values = { old: before.name, new: after.name };
  const ours = exact ? 'warning' : 'error';
  let ruleId = 'FIELD_RENAMED';
  let backward: Effect = ours;
  let forward: Effect = ours;
  if (after.aliases?.includes(old)) {
    ruleId = 'FIELD_RENAMED_WITH_ALIAS';
    backward = 'ok';
  } else if (old.toLowerCase() === next.toLowerCase()) {
    ruleId = 'FIELD_CASE_CHANGED';
    backward = forward = foldsCase ? 'warning' : ours;
  }
  diff.explain(diff.note(ruleId, places, values, { backward, forward }));
}

/** Fields that have places and are known by id or name must keep their place. */
function notePlaces(
  diff: PortDiff,
  before: ObjectSlot,
  after: ObjectSlot,
): void {
  const identity = (field: Field) =>
    field.id ?? (typeof field.name === 'string' ? field.name : undefined);
  const places = new Map<string, number>();
  before.type.fields.forEach((field, index) => {
    const key = identity(field);
    if (key !== undefined) {
      places.set(key, index);
    }
  });
  after.type.fields.forEach((field, index) => {
    const old = places.get(identity(field) ?? '');
    if (old !== undefined && old !== index) {
      diff.note(
        'FIELD_REORDERED',
        {
          old: fieldSlot(before.slot, before.type.fields[old], old).owner,
          new: fieldSlot(after.slot, field, index).owner,
        },
        { old, new: index },
        { backward: 'error', forward: 'error' },
      );
    }
  });
}
