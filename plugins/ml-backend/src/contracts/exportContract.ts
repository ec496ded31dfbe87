import { InputError } from '@backstage/errors';
import {
  Contract,
  ContractFormatError,
  exportAvroSchema,
  exportFeastView,
  exportJsonSchema,
  exportMlflowSignature,
  exportOdcs,
  exportOipMetadata,
  exportOpenLineageSchema,
  LossNote,
  Port,
} from '@understudy/contracts';

/** A contract in another format: one document for each port, or one for all. */
export interface ExportedContract {
  format: string;
  documents: { name: string; document: unknown }[];
  /** What the format cannot hold. */
  lossy: LossNote[];
}

type Exporter = (contract: Contract) => Omit<ExportedContract, 'format'>;

/** How contracts are written, by format. */
const exporters: ReadonlyMap<string, Exporter> = new Map<string, Exporter>([
  [
    'json-schema',
    eachPort(port => {
      const { schema, lossy } = exportJsonSchema(port);
      return { document: schema, lossy };
    }),
  ],
  [
    'mlflow',
    contract => {
      const { signature, lossy } = exportMlflowSignature(contract);
      return { documents: [{ name: 'signature', document: signature }], lossy };
    },
  ],
  [
    'odcs',
    contract => {
      const { document, lossy } = exportOdcs(contract);
      return { documents: [{ name: 'contract', document }], lossy };
    },
  ],
  [
    'oip',
    contract => {
      const { metadata, lossy } = exportOipMetadata(contract);
      return { documents: [{ name: 'metadata', document: metadata }], lossy };
    },
  ],
  [
    'feast',
    contract => {
      const { view, lossy } = exportFeastView(contract);
      return { documents: [{ name: 'view', document: view }], lossy };
    },
  ],
  [
    'avro',
    eachPort(port => {
      const { schema, lossy } = exportAvroSchema(port);
      return { document: schema, lossy };
    }),
  ],
  [
    'openlineage',
    eachPort(port => {
      const { facet, lossy } = exportOpenLineageSchema(port);
      return { document: facet, lossy };
    }),
  ],
]);

/** The formats that {@link exportContract} writes. */
export const exportFormats = [...exporters.keys()];

/** Writes a contract in another format. Throws InputError where it cannot be. */
export function exportContract(
  contract: Contract,
  format: string,
): ExportedContract {
  const exporter = exporters.get(format);
  if (!exporter) {
    throw new InputError(
      `format is '${format}', and has to be one of ${exportFormats.join(', ')}`,
    );
  }
  try {
    return { format, ...exporter(contract) };
  } catch (error) {
    if (error instanceof ContractFormatError) {
      throw new InputError(
        `The contract cannot be written as ${format}: ${error.message}`,
      );
    }
    throw error;
  }
}

/** Of formats that are about one schema and nothing around it. */
function eachPort(
  write: (port: Port) => { document: unknown; lossy: LossNote[] },
): Exporter {
  return contract => {
    const written = contract.spec.ports.map((port, index) => ({
      name: port.name,
      pointer: `/spec/ports/${index}`,
      ...write(port),
    }));
    return {
      documents: written.map(({ name, document }) => ({ name, document })),
      lossy: written.flatMap(({ pointer, lossy }) =>
        lossy.map(note => ({ ...note, pointer: pointer + note.pointer })),
      ),
    };
  };
}
