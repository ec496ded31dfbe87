import { readOwnership } from '../graph/readOwnership';
import { StatedFacet } from '../graph/shownFacets';

/** A field of a dataset, as its schema facet names it. */
export interface ReadField {
  name: string;
  type?: string;
  description?: string;
}

/** What facets say of a dataset or job. */
export interface ReadFacets {
  /** In lower case. */
  type?: string;
  description?: string;
  fields: ReadField[];
  /** As the sender calls them. */
  owners: string[];
}

/** Reads facets for a list and for drafts; what is not as it should be is passed over. */
export function readFacets(facets: readonly StatedFacet[]): ReadFacets {
  const valueOf = (name: string) =>
    facets.find(facet => facet.name === name)?.value;
  const type =
    textOf(valueOf('datasetType'), 'datasetType') ??
    textOf(valueOf('jobType'), 'processingType');
  const description = textOf(valueOf('documentation'), 'description');
  return {
    ...(type !== undefined && { type: type.toLowerCase() }),
    ...(description !== undefined && { description }),
    fields: listOf(valueOf('schema'), 'fields').flatMap(toField),
    owners: readOwnership(valueOf('ownership')),
  };
}

function toField(value: unknown): ReadField[] {
  const name = textOf(value, 'name');
  const type = textOf(value, 'type');
  const description = textOf(value, 'description');
  return name === undefined
    ? []
    : [
        {
          name,
          ...(type !== undefined && { type }),
          ...(description !== undefined && { description }),
        },
      ];
}

function listOf(value: unknown, key: string): unknown[] {
  const found = read(value, key);
  return Array.isArray(found) ? found : [];
}

function textOf(value: unknown, key: string): string | undefined {
  const found = read(value, key);
  // The catalog could not store this character.
  const text = typeof found === 'string' ? found.replaceAll('\0', '') : '';
  return text.trim() === '' ? undefined : text;
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
