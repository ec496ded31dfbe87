import {
  CompatibilityProfile,
  Contract,
  ContractFormatError,
  importAvroSchema,
  ImportedPort,
  importJsonSchema,
  importMlflowModel,
  importOdcs,
  importOipMetadata,
  importOpenLineageSchema,
  LossNote,
} from '@understudy/contracts';
import { basename, dirname } from 'node:path';
import { CliError } from '../CliError';
import { Format } from './detectFormat';
import { importFeast } from './importFeast';
import { isRecord } from './isRecord';
import { SourceDocument } from './SourceDocument';

/** What a foreign document does not say of itself. */
export interface ImportOptions {
  name?: string;
  subject?: string;
  version?: string;
  owner?: string;
  direction?: 'in' | 'out';
  /** Of a feature service, the view that is meant. */
  port?: string;
}

const PROFILES: Readonly<
  Record<'json-schema' | 'avro' | 'openlineage', CompatibilityProfile>
> = {
  'json-schema': 'jsonschema-strict',
  avro: 'avro',
  openlineage: 'sql',
};

/** Drafts a contract from a document in a foreign format. */
export function importDocument(
  source: SourceDocument,
  format: Exclude<Format, 'contract'>,
  options: ImportOptions,
): { contract: Contract; lossy: LossNote[] } {
  const name = options.name ?? nameOf(source.path);
  const { pointer, value } =
    format === 'openlineage'
      ? findFacet(source.value)
      : { pointer: '', value: source.value };
  try {
    switch (format) {
      case 'mlflow': {
        const subject = options.subject ?? `model:default/${name}`;
        return importMlflowModel(value, { ...options, name, subject });
      }
      // These say themselves what they are called.
      case 'odcs':
        return importOdcs(value, options);
      case 'oip':
        return importOipMetadata(value, options);
      case 'feast':
        return importFeast(source.path, value, options);
      default: {
        const read = {
          'json-schema': importJsonSchema,
          avro: importAvroSchema,
          openlineage: importOpenLineageSchema,
        }[format];
        const port = read(value, { direction: options.direction });
        return draft(port, name, PROFILES[format], options);
      }
    }
  } catch (error) {
    if (error instanceof ContractFormatError) {
      const { line, column } = source.locate(pointer + error.pointer);
      throw new CliError(
        `${source.path}:${line}:${column} is not ${format}: ${error.message}`,
      );
    }
    throw error;
  }
}

function draft(
  { port, lossy }: ImportedPort,
  name: string,
  profile: CompatibilityProfile,
  { subject, version, owner }: ImportOptions,
): { contract: Contract; lossy: LossNote[] } {
  return {
    contract: {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata: {
        name,
        version: version ?? '1.0.0',
        status: 'draft',
        ...(owner !== undefined && { owner }),
      },
      spec: {
        subject: subject ?? `dataset:default/${name}`,
        role: 'provider',
        ports: [port],
        compatibility: { profile },
      },
    },
    lossy,
  };
}

/** The facet may stand alone, under its name, or in its dataset. */
function findFacet(value: unknown): { pointer: string; value: unknown } {
  if (isRecord(value) && !Object.hasOwn(value, 'fields')) {
    if (isRecord(value.facets)) {
      return { pointer: '/facets/schema', value: value.facets.schema };
    }
    if (Object.hasOwn(value, 'schema')) {
      return { pointer: '/schema', value: value.schema };
    }
  }
  return { pointer: '', value };
}

/** The name of the file, and of its folder where all files are called `MLmodel`. */
function nameOf(path: string): string {
  const file = basename(path).replace(/\.[^.]*$/, '');
  const name = file === 'MLmodel' ? basename(dirname(path)) : file;
  const safe = name
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, 63);
  return safe === '' ? 'data' : safe;
}
