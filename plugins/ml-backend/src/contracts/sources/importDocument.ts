import { InputError } from '@backstage/errors';
import {
  Contract,
  ContractFormatError,
  ImportedPort,
  ImportedPortOptions,
  importAvroSchema,
  importFeastView,
  importJsonSchema,
  importMlflowModel,
  importOdcs,
  importOipMetadata,
  importOpenLineageSchema,
  LossNote,
} from '@understudy/contracts';
import { deriveVersion } from '../publish/deriveVersion';
import { currentContract } from '../store/currentContract';
import { StoredContract } from '../store/StoredContract';
import { checkOdcs } from './checkOdcs';

/** Formats that a contract can be read from. */
export const importFormats = [
  'mlflow',
  'json-schema',
  'avro',
  'openlineage',
  'odcs',
  'oip',
  'feast',
] as const;

/** One of {@link importFormats}. */
export type ImportFormat = (typeof importFormats)[number];

/** What the document does not say of itself. */
interface About {
  subject: string;
  name: string;
  owner?: string;
  /** All versions of the contract before. */
  history: readonly StoredContract[];
}

interface Imported {
  contract: Contract;
  lossy: LossNote[];
}

type PortImporter = (
  document: unknown,
  options: ImportedPortOptions,
) => ImportedPort;

const importers: Record<
  ImportFormat,
  (document: unknown, about: About) => Imported
> = {
  mlflow: (document, { name, subject, owner }) =>
    importMlflowModel(document, { name, subject, owner }),
  'json-schema': onePort(importJsonSchema, 'jsonschema-strict'),
  avro: onePort(importAvroSchema, 'avro'),
  openlineage: onePort(importOpenLineageSchema, 'sql'),
  odcs: (document, { name, subject, owner }) => {
    const { contract, lossy } = importOdcs(document, { name, subject, owner });
    return { contract, lossy: [...lossy, ...checkOdcs(document, lossy)] };
  },
  oip: (document, { name, subject, owner }) =>
    importOipMetadata(document, { name, subject, owner }),
  feast: (document, { name, subject, owner }) =>
    importFeastView(document, { name, subject, owner }),
};

/**
 * Makes a contract of a schema in another format. It gets the number that says
 * what changed, or stays at the one that it has where nothing did.
 *
 * @throws InputError for what the format does not allow.
 */
export function importDocument(
  { format, document }: { format: ImportFormat; document: unknown },
  about: About,
): Imported {
  const { contract, lossy } = read(format, document, about);
  const active: Contract = {
    ...contract,
    metadata: { ...contract.metadata, status: 'active' },
  };
  const known = about.history.map(stored => stored.contract);
  const latest = currentContract(about.history)?.contract;
  return { contract: deriveVersion(active, known) ?? latest ?? active, lossy };
}

function read(format: ImportFormat, document: unknown, about: About): Imported {
  try {
    return importers[format](document, about);
  } catch (error) {
    if (error instanceof ContractFormatError) {
      throw new InputError(`document is no ${format}: ${error.message}`);
    }
    throw error;
  }
}

/** Of formats that are about one schema and nothing around it. */
function onePort(
  importPort: PortImporter,
  profile: 'jsonschema-strict' | 'avro' | 'sql',
): (document: unknown, about: About) => Imported {
  return (document, { subject, name, owner, history }) => {
    const { port, lossy } = importPort(document, { name: portName(history) });
    return {
      contract: {
        apiVersion: 'understudy.dev/v1alpha1',
        kind: 'InterfaceContract',
        metadata: {
          name,
          version: '1.0.0',
          status: 'active',
          ...(owner !== undefined && { owner }),
        },
        spec: {
          subject,
          role: 'provider',
          ports: [port],
          compatibility: { profile },
        },
      },
      lossy,
    };
  };
}

/** The schema is of the port that the contract has already, where it is clear which. */
export function portName(
  history: readonly StoredContract[],
): string | undefined {
  const ports = currentContract(history)?.contract.spec.ports ?? [];
  const out = ports.filter(({ direction }) => direction === 'out');
  return out.length === 1 ? out[0].name : undefined;
}
