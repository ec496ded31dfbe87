import { FieldType } from '../fields/FieldType';
import { Json } from '../fields/json';
import { Change, Effect, effectOf } from '../findings/Change';
import { PairMemo } from '../reading/PairMemo';
import { Place } from '../reading/Place';
import { maxDepth } from '../reading/Reading';
import { createSide, resolveSlot, Side, Slot } from '../reading/Slot';
import { ruleOf } from '../rules/contractRules';
import { compareTypes } from './compareTypes';
import { DiffContext } from './DiffContext';
import { PortPair } from './readingChanges';

/** Changes of one port beyond which no more are looked for. */
const maxChanges = 20_000;

/** Where a change is: in both versions, or only in one. */
export interface ChangedPlace {
  old?: Place;
  new?: Place;
}

/** A field that only one of the versions has, for those that moved to be found. */
export interface LoneField {
  id: string;
  place: Place;
  change: Change;
}

/**
 * Walks two versions of a port side by side and notes what is different,
 * whether or not a reader would notice. What reading found is known, so that
 * types are spoken of once.
 */
export class PortDiff {
  readonly changes: Change[] = [];
  readonly added: LoneField[] = [];
  readonly removed: LoneField[] = [];
  readonly old: Side;
  readonly new: Side;
  truncated = false;
  /** New names of the fields of the port itself that were renamed, by old name. */
  readonly newNames = new Map<string, string>();

  /** Pointers of fields whose coming or going a change explains; those of the two versions apart. */
  private readonly explained = {
    old: new Map<string, Change>(),
    new: new Map<string, Change>(),
  };
  private readonly open = new PairMemo<true>();
  private readonly same = new PairMemo<true>();

  constructor(
    readonly pair: PortPair,
    readonly context: DiffContext,
    /** Places of both versions at which reading found something, as {@link placeKey} gives them. */
    private readonly reported: ReadonlySet<string>,
  ) {
    this.old = createSide(pair.old);
    this.new = createSide(pair.new);
  }

  /** Notes a change; its effects are those of the rule's table unless said. */
  note(
    ruleId: string,
    place: ChangedPlace,
    values: { old?: Json; new?: Json; subject?: string } = {},
    effects: { backward?: Effect; forward?: Effect } = {},
  ): Change {
    const { backward, forward } = ruleOf(ruleId);
    const change: Change = {
      ruleId,
      port: this.pair.new.name,
      portDirection: this.pair.new.direction,
      ...(place.old && {
        oldPointer: `${this.pair.oldPointer}${place.old.pointer}`,
      }),
      ...(place.new && {
        newPointer: `${this.pair.newPointer}${place.new.pointer}`,
      }),
      path: (place.new ?? place.old)?.path ?? '',
      ...values,
      backward: effects.backward ?? effectOf(backward),
      forward: effects.forward ?? effectOf(forward),
    };
    if (this.changes.length >= maxChanges) {
      this.truncated = true;
    } else {
      this.changes.push(change);
    }
    return change;
  }

  /**
   * Notes a change that reading judges: as far as we see it is harmless, and
   * between a consumer and its provider no change at all.
   */
  noteRead(
    ruleId: string,
    place: ChangedPlace,
    values: { old?: Json; new?: Json; subject?: string } = {},
  ): void {
    if (!this.context.partial) {
      this.note(ruleId, place, values, { backward: 'ok', forward: 'ok' });
    }
  }

  /** Lets a change stand for all that reading says about the coming or going of its field. */
  explain(change: Change): void {
    if (change.oldPointer !== undefined) {
      this.explained.old.set(change.oldPointer, change);
    }
    if (change.newPointer !== undefined) {
      this.explained.new.set(change.newPointer, change);
    }
  }

  /** The change that explains why a field is there in one version only. */
  explanationOf(change: Change): Change | undefined {
    const { oldPointer, newPointer } = change;
    if (oldPointer !== undefined && newPointer !== undefined) {
      return undefined;
    }
    return newPointer === undefined
      ? this.explained.old.get(oldPointer ?? '')
      : this.explained.new.get(newPointer);
  }

  /** Takes back a change that turned out to be part of another. */
  drop(change: Change): void {
    const index = this.changes.indexOf(change);
    if (index >= 0) {
      this.changes.splice(index, 1);
    }
  }

  /** Whether reading says something of what only the old version, or the consumer, has. */
  wasMissed(before: Place): boolean {
    return this.reported.has(
      placeKey(`${this.pair.oldPointer}${before.pointer}`, ''),
    );
  }

  wasRead(before: Place, after: Place): boolean {
    return this.reported.has(
      placeKey(
        `${this.pair.oldPointer}${before.pointer}`,
        `${this.pair.newPointer}${after.pointer}`,
      ),
    );
  }

  compare(before: Slot, after: Slot, depth: number): void {
    if (depth > maxDepth || this.truncated) {
      return;
    }
    const from = resolveSlot(before, this.old);
    const to = resolveSlot(after, this.new);
    if (this.isKnown(from.type, to.type)) {
      return;
    }
    const noted = this.changes.length;
    this.open.set(from.type, to.type, true);
    compareTypes(this, from, to, depth);
    this.open.delete(from.type, to.type);
    if (this.changes.length === noted) {
      this.same.set(from.type, to.type, true);
    }
  }

  private isKnown(from: FieldType, to: FieldType): boolean {
    return Boolean(this.same.get(from, to) || this.open.get(from, to));
  }
}

export function placeKey(oldPointer: string, newPointer: string): string {
  return `${oldPointer}\n${newPointer}`;
}
