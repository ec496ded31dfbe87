import { canonicalJson } from '../canonical/canonicalJson';
import { Port } from '../contract/Contract';
import { Field } from '../fields/Field';
import { Change, mergeChanges, worstEffect } from '../findings/Change';
import { rootSlot, resolveSlot, createSide } from '../reading/Slot';
import { partPlace } from '../reading/Place';
import { compareQuality } from './compareQuality';
import { DiffContext } from './DiffContext';
import { ChangedPlace, placeKey, PortDiff } from './PortDiff';
import { backwardChanges, forwardChanges, PortPair } from './readingChanges';

/** What reading says of a field that only one of the versions has. */
const presenceRules = new Set([
  'FIELD_ADDED_REQUIRED',
  'REQUIRED_FIELD_MISSING',
  'FIELD_REMOVED',
  'FIELD_REMOVED_OPTIONAL',
  'UNKNOWN_FIELD_REJECTED',
  'PROPERTY_TYPED_IN_OPEN_MODEL',
]);

const wholePort = { pointer: '', path: '' };

/** All changes between two versions of a port, in the directions that are looked at. */
export function comparePorts(
  pair: PortPair,
  context: DiffContext,
  directions: readonly ('backward' | 'forward')[] = ['backward', 'forward'],
): Change[] {
  const read = directions.flatMap(direction =>
    direction === 'backward'
      ? backwardChanges(pair, context)
      : forwardChanges(pair, context),
  );
  const reported = new Set(
    read.map(change =>
      placeKey(change.oldPointer ?? '', change.newPointer ?? ''),
    ),
  );
  const diff = new PortDiff(pair, context, reported);
  diff.compare(rootSlot(pair.old), rootSlot(pair.new), 0);
  noteMoves(diff);
  comparePortMatters(diff);
  const changes = mergeChanges([
    ...read.filter(change => !explainAway(diff, change)),
    ...diff.changes,
    ...(diff.truncated ? [truncatedChange(pair)] : []),
  ]);
  if (changes.length || context.partial || isSamePort(pair)) {
    return changes;
  }
  // Whatever no rule speaks of is a change all the same, and asks for a version.
  return [
    diff.note(
      'METADATA_CHANGED',
      { old: wholePort, new: wholePort },
      { subject: `definition of ${pair.new.name}` },
    ),
  ];
}

function isSamePort(pair: PortPair): boolean {
  return canonicalJson(pair.old) === canonicalJson(pair.new);
}

/** Lets the change that explains a field's coming or going do what reading says of it. */
function explainAway(diff: PortDiff, change: Change): boolean {
  if (!presenceRules.has(change.ruleId)) {
    return false;
  }
  const explanation = diff.explanationOf(change);
  if (!explanation) {
    return false;
  }
  if (explanation.reading) {
    const { backward, forward } = explanation.reading;
    explanation.reading = {
      backward: worstEffect(backward, change.backward),
      forward: worstEffect(forward, change.forward),
    };
  }
  // That no one uses the field is the answer to who would miss it.
  if (explanation.ruleId !== 'FIELD_REMOVED_UNUSED') {
    explanation.backward = worstEffect(explanation.backward, change.backward);
    explanation.forward = worstEffect(explanation.forward, change.forward);
  }
  return true;
}

/** A field with an id that left one place and came to another. */
function noteMoves(diff: PortDiff): void {
  const gone = new Map(diff.removed.map(field => [field.id, field]));
  const effect = diff.context.rules.exact ? 'warning' : 'error';
  for (const { id, place, change } of diff.added) {
    const from = gone.get(id);
    if (from) {
      gone.delete(id);
      diff.drop(from.change);
      diff.drop(change);
      diff.explain(
        diff.note(
          'FIELD_MOVED',
          { old: from.place, new: place },
          { old: from.place.path, new: place.path },
          { backward: effect, forward: effect },
        ),
      );
    }
  }
}

function comparePortMatters(diff: PortDiff): void {
  const { old, new: next } = diff.pair;
  compareNames(
    diff,
    'KEY_CHANGED',
    keyOf(old),
    // Who lists no key relies on the roles that it names.
    diff.context.partial && !old.key
      ? [...new Set([...keyOf(next), ...namesOf(next, 'entityKey')])]
      : keyOf(next),
    old.key ? 'key' : undefined,
  );
  compareNames(
    diff,
    'EVENT_TIME_CHANGED',
    namesOf(old, 'eventTime'),
    namesOf(next, 'eventTime'),
  );
  if (!diff.context.partial || old.partitionedBy) {
    const from = old.partitionedBy ?? [];
    const to = next.partitionedBy ?? [];
    if (canonicalJson(from) !== canonicalJson(to)) {
      diff.note('PARTITION_CHANGED', portPlace(old, next, 'partitionedBy'), {
        old: from,
        new: to,
      });
    }
  }
  const place = wholePort;
  compareQuality(diff, {
    old: { rules: old.quality ?? [], place },
    new: { rules: next.quality ?? [], place },
    critical: false,
  });
  if (
    diff.context.partial ||
    Boolean(old.optional) === Boolean(next.optional)
  ) {
    return;
  }
  if (next.direction === 'out') {
    diff.note(
      'METADATA_CHANGED',
      { old: place, new: place },
      {
        subject: `presence of ${next.name}`,
        old: old.optional ? 'optional' : 'required',
        new: next.optional ? 'optional' : 'required',
      },
    );
  } else {
    diff.note(
      next.optional ? 'PRESENCE_WIDENED' : 'PRESENCE_NARROWED',
      { old: place, new: place },
      {
        old: old.optional ? 'optional' : 'required',
        new: next.optional ? 'optional' : 'required',
      },
      { backward: next.optional ? 'ok' : 'error', forward: 'ok' },
    );
  }
}

function portPlace(
  old: Port,
  next: Port,
  part: 'key' | 'partitionedBy',
): ChangedPlace {
  return {
    old: old[part] ? partPlace(wholePort, part) : wholePort,
    new: next[part] ? partPlace(wholePort, part) : wholePort,
  };
}

/**
 * Compares keys and times as sets: joins do not ask for the order. Fields that
 * are named for the first time change nothing for those who did without.
 */
function compareNames(
  diff: PortDiff,
  ruleId: string,
  old: readonly string[],
  next: readonly string[],
  part?: 'key',
): void {
  const renamed = old.map(name => diff.newNames.get(name) ?? name);
  const { partial } = diff.context;
  const known = new Set(next);
  const kept = renamed.every(name => known.has(name));
  // Roles are those of the fields that a consumer lists, which need not be all.
  if (kept && (known.size === new Set(renamed).size || (partial && !part))) {
    if (part && !partial && canonicalJson(renamed) !== canonicalJson(next)) {
      diff.note(
        'METADATA_CHANGED',
        portPlace(diff.pair.old, diff.pair.new, part),
        {
          subject: `order of the key of ${diff.pair.new.name}`,
          old: [...old],
          new: [...next],
        },
      );
    }
    return;
  }
  const place = part
    ? portPlace(diff.pair.old, diff.pair.new, part)
    : { old: wholePort, new: wholePort };
  if (old.length) {
    diff.note(ruleId, place, { old: [...old], new: [...next] });
  } else if (!partial) {
    diff.note('METADATA_CHANGED', place, {
      subject: `${ruleId === 'KEY_CHANGED' ? 'key' : 'event time'} of ${diff.pair.new.name}`,
      old: [...old],
      new: [...next],
    });
  }
}

function keyOf(port: Port): readonly string[] {
  return port.key ?? namesOf(port, 'entityKey');
}

function namesOf(port: Port, role: Field['role']): readonly string[] {
  const { type } = resolveSlot(rootSlot(port), createSide(port));
  return type.kind === 'object'
    ? type.fields
        .filter(field => field.role === role)
        .map(({ name }) => String(name))
    : [];
}

function truncatedChange(pair: PortPair): Change {
  return {
    ruleId: 'TRUNCATED',
    port: pair.new.name,
    portDirection: pair.new.direction,
    oldPointer: pair.oldPointer,
    newPointer: pair.newPointer,
    path: '',
    new: 'there are too many changes',
    backward: 'warning',
    forward: 'warning',
  };
}
