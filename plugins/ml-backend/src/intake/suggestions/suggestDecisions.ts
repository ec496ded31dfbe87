import { IntakeSuggestion } from '@understudy/plugin-ml-common';
import { ownerTagKeys } from '../../registry/sync/recordHints';
import { normalizeName } from './normalizeName';

const MAX_SUGGESTIONS = 3;
/** Shorter names are the same by chance. */
const MIN_NAME_LENGTH = 3;

/** What is known of a record that waits for a decision. */
export interface RecordToPlace {
  name: string;
  kind: 'model' | 'prompt';
  tags: { key: string; value: string }[];
  /** Entity ref of the Model that it belongs to anyway. */
  model: string;
}

/** A group of the catalog. */
export interface KnownGroup {
  ref: string;
  name: string;
  title?: string;
}

/** A Model of the catalog. */
export interface KnownModel {
  ref: string;
  /** The name that it was given, by a team or in the registry. */
  name: string;
  /** How people call it. */
  title: string;
  type: string;
  owned: boolean;
}

/**
 * Guesses what somebody may want to decide about a record: to claim it for the
 * group that a tag of it names, or to bind it to a Model of the same name.
 * Who registered something says nothing about who owns it, so that is never
 * looked at.
 */
export function suggestDecisions(
  record: RecordToPlace,
  known: { groups: readonly KnownGroup[]; models: readonly KnownModel[] },
): IntakeSuggestion[] {
  return [
    ...suggestClaims(record, known.groups),
    ...suggestBindings(record, known.models),
  ].slice(0, MAX_SUGGESTIONS);
}

/** The values of the tags of a record that may name a group. */
export function ownerTagsOf(
  tags: RecordToPlace['tags'],
): RecordToPlace['tags'] {
  return tags.filter(
    ({ key, value }) =>
      ownerTagKeys.includes(key.toLowerCase()) && value.trim() !== '',
  );
}

function suggestClaims(
  record: RecordToPlace,
  groups: readonly KnownGroup[],
): IntakeSuggestion[] {
  const claims = new Map<string, IntakeSuggestion>();
  for (const { key, value } of ownerTagsOf(record.tags)) {
    const wanted = value.trim().toLowerCase();
    for (const { ref, name, title } of groups) {
      const named = [name, title].some(
        text => text?.trim().toLowerCase() === wanted,
      );
      if (named && !claims.has(ref)) {
        claims.set(ref, {
          action: 'claim',
          owner: ref,
          because: `Its tag '${key}' names the group ${title ?? name}.`,
        });
      }
    }
  }
  return [...claims.values()];
}

function suggestBindings(
  record: RecordToPlace,
  models: readonly KnownModel[],
): IntakeSuggestion[] {
  const wanted = normalizeName(record.name);
  if (wanted.length < MIN_NAME_LENGTH) {
    return [];
  }
  return models
    .filter(
      model =>
        model.ref !== record.model &&
        normalizeName(model.name) === wanted &&
        (model.type === 'prompt') === (record.kind === 'prompt') &&
        (model.owned || isPlainer(model.name, record.name)),
    )
    .sort(
      (a, b) =>
        Number(b.owned) - Number(a.owned) ||
        a.name.length - b.name.length ||
        (a.ref < b.ref ? -1 : 1),
    )
    .map(model => ({
      action: 'bind',
      model: model.ref,
      because: explain(model, record),
    }));
}

/** Copies belong to the original, not the other way round. */
function isPlainer(name: string, other: string): boolean {
  const [bare, otherBare] = [withoutSeparators(name), withoutSeparators(other)];
  return bare.length < otherBare.length || bare === otherBare;
}

function explain(model: KnownModel, record: RecordToPlace): string {
  return withoutSeparators(model.name) === withoutSeparators(record.name)
    ? `It has the name of the Model ${model.title}.`
    : `Without endings such as -v2, -test or numbers it has the name of the Model ${model.title}.`;
}

function withoutSeparators(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
