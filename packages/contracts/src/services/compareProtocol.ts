import { specChange, partPointers } from '../comparison/specChange';
import { Protocol } from '../contract/Contract';
import { Change, Effect } from '../findings/Change';

const parts = [
  ['endpoint', 'ENDPOINT_CHANGED'],
  ['auth', 'AUTH_CHANGED'],
  ['serialization', 'SERIALIZATION_CHANGED'],
  ['version', 'SERVICE_LEVEL_CHANGED'],
] as const;

/** Compares how a service is reached and packaged. */
export function compareProtocol(
  old: Protocol | undefined,
  next: Protocol | undefined,
  options: {
    /** The old one is what a consumer uses, and mentions only that. */
    partial: boolean;
    /** Of a way of packaging that is gone. */
    loss: Effect;
  },
): Change[] {
  const changes: Change[] = [];
  if (old && old.name !== next?.name) {
    changes.push(
      specChange({
        ruleId: 'PROTOCOL_REMOVED',
        ...partPointers('/spec/protocol', old, next),
        old: old.name,
        // A provider that declares none may still speak it.
        ...(options.partial && !next && { effect: 'warning' as const }),
      }),
    );
  }
  if (next && old?.name !== next.name && !options.partial) {
    changes.push(
      specChange({
        ruleId: 'PROTOCOL_ADDED',
        newPointer: '/spec/protocol',
        new: next.name,
      }),
    );
  }
  if (!old || !next) {
    return changes;
  }
  for (const [part, ruleId] of parts) {
    const before = old[part];
    const after = next[part];
    if (before === after || (options.partial && before === undefined)) {
      continue;
    }
    // What was not said before is no change to rely on.
    changes.push(
      specChange({
        ruleId: before === undefined ? 'SERVICE_LEVEL_CHANGED' : ruleId,
        ...partPointers(`/spec/protocol/${part}`, before, after),
        old: before,
        new: after,
        subject: part,
      }),
    );
  }
  const kept = new Set(next.flavors);
  for (const flavor of old.flavors ?? []) {
    if (!kept.has(flavor)) {
      changes.push(
        specChange({
          ruleId: 'FLAVOR_REMOVED',
          oldPointer: '/spec/protocol/flavors',
          old: flavor,
          subject: flavor,
          effect: options.loss,
        }),
      );
    }
  }
  return changes;
}

/** Abilities that are gone. */
export function compareCapabilities(
  old: readonly string[] = [],
  next: readonly string[] = [],
  loss: Effect,
): Change[] {
  const kept = new Set(next);
  return old.flatMap((capability, index) =>
    kept.has(capability)
      ? []
      : [
          specChange({
            ruleId: 'CAPABILITY_REMOVED',
            oldPointer: `/spec/capabilities/${index}`,
            old: capability,
            effect: loss,
          }),
        ],
  );
}
