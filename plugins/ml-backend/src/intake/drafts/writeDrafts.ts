import { parseEntityRef } from '@backstage/catalog-model';
import {
  ML_API_VERSION,
  ModelEntity,
  ModelRegistryRecord,
  toEntityName,
} from '@understudy/plugin-ml-common';
import { Document, isNode, isPair, isMap, Node } from 'yaml';
import { isImported } from '../../models/isImported';
import { IntakeRecordRow } from '../records/IntakeRecordStore';
import { DraftOwner } from './draftOwner';

const UNKNOWN = 'unknown';
const TERM = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_TERM_LENGTH = 63;

/** A Model to be drafted, and those of its records that were asked for. */
export interface ModelToDraft {
  /** Entity ref of the Model. */
  ref: string;
  /** The Model, where the catalog has it. */
  entity: ModelEntity | undefined;
  records: [IntakeRecordRow, ...IntakeRecordRow[]];
  owner: DraftOwner | undefined;
}

/**
 * Writes one YAML document per Model, for a pull request: a whole Model, or,
 * where a team describes the Model already, what its YAML lacks.
 */
export function writeDrafts(models: readonly ModelToDraft[]): string {
  return models
    .map(model => {
      const { entity } = model;
      return `---\n${
        entity && !isImported(entity) ? draftAddition(model) : draftModel(model)
      }`;
    })
    .join('');
}

/** What a file that a team keeps itself has to be given. */
function draftAddition({ ref, records }: ModelToDraft): string {
  const named = records.filter(row => row.bound_by === 'declared');
  const missing = records.filter(row => row.bound_by !== 'declared');
  const lines = [
    missing.length > 0
      ? `${ref} has a YAML of its own. Add these entries to its spec.registries.`
      : `${ref} has a YAML of its own, with nothing to add.`,
    ...named.map(row => `It names '${row.name}' of '${row.server}' already.`),
  ];
  if (missing.length === 0) {
    // A document without content: whoever reads the file passes over it.
    return lines.map(line => `#${comment(line)}\n`).join('');
  }
  const document = new Document({ registries: missing.map(toRegistry) });
  document.commentBefore = comment(...lines);
  return print(document);
}

function draftModel(model: ModelToDraft): string {
  const { entity, records, owner } = model;
  const [first] = records;
  const { namespace, name } = nameOf(model);
  const title =
    entity?.metadata.title ?? (first.name === name ? undefined : first.name);
  const description = entity?.metadata.description ?? first.description;
  const type = first.kind === 'prompt' ? 'prompt' : termOf('type', model);
  const lifecycle = termOf('lifecycle', model);
  const document = new Document({
    apiVersion: ML_API_VERSION,
    kind: 'Model',
    metadata: {
      name,
      namespace,
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
    },
    spec: {
      type,
      lifecycle,
      ...(owner ? { owner: owner.ref } : {}),
      registries: records.map(toRegistry),
    },
  });
  if (type === UNKNOWN) {
    noteAfter(document, ['spec', 'type'], 'say what kind of model it is');
  }
  if (lifecycle === UNKNOWN) {
    noteAfter(document, ['spec', 'lifecycle'], 'such as production');
  }
  if (owner) {
    noteAfter(document, ['spec', 'owner'], owner.because);
  } else {
    noteBefore(
      document,
      'registries',
      'owner: is missing. Name the group that takes the model.',
    );
  }
  return print(document);
}

/** Long texts stay in one line: they are easier to compare and to move. */
function print(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

/** The name with its case, where it is known. */
function nameOf({ ref, entity, records }: ModelToDraft): {
  namespace: string;
  name: string;
} {
  const { namespace, name } = parseEntityRef(ref);
  const candidates = [
    entity?.metadata.name,
    ...records.map(row => toEntityName(row.name)),
  ];
  return {
    namespace,
    name:
      candidates.find(candidate => candidate?.toLowerCase() === name) ?? name,
  };
}

/** What the Model says, else what a tag of a record does. */
function termOf(
  field: 'type' | 'lifecycle',
  { entity, records }: ModelToDraft,
): string {
  const tags: { key: string; value: string }[] = records.flatMap(row =>
    JSON.parse(row.hint_tags),
  );
  const candidates = [
    entity?.spec[field],
    ...tags
      .filter(({ key }) => key === field)
      .map(({ value }) => value.toLowerCase()),
  ];
  return (
    candidates.find(
      term =>
        term !== undefined &&
        term !== UNKNOWN &&
        term.length <= MAX_TERM_LENGTH &&
        TERM.test(term),
    ) ?? UNKNOWN
  );
}

function toRegistry(row: IntakeRecordRow): ModelRegistryRecord {
  return {
    server: row.server,
    ...(row.workspace ? { workspace: row.workspace } : {}),
    name: row.name,
    ...(row.environment ? { environment: row.environment } : {}),
    ...(row.variant ? { variant: row.variant } : {}),
  };
}

function noteAfter(document: Document, path: string[], text: string): void {
  const node = document.getIn(path, true);
  if (isNode(node)) {
    node.comment = comment(text);
  }
}

function noteBefore(document: Document, key: string, text: string): void {
  const spec = document.get('spec', true);
  const pair = isMap<Node>(spec)
    ? spec.items.find(item => isPair(item) && `${item.key}` === key)
    : undefined;
  if (pair && isNode(pair.key)) {
    pair.key.commentBefore = comment(text);
  }
}

/** Texts of others must not end a comment by a line of their own. */
function comment(...lines: string[]): string {
  return lines.map(line => ` ${line.replace(/\s+/g, ' ')}`).join('\n');
}
