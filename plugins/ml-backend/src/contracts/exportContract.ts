import { InputError } from '@backstage/errors';
import {
  Contract,
  ContractFormatError,
  exportJsonSchema,
  exportMlflowSignature,
  LossNote,
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
    contract => {
      const exported = contract.spec.ports.map((port, index) => ({
        name: port.name,
        pointer: `/spec/ports/${index}`,
        ...exportJsonSchema(port),
      }));
      return {
        documents: exported.map(({ name, schema }) => ({
          name,
          document: schema,
        })),
        lossy: exported.flatMap(({ pointer, lossy }) =>
          lossy.map(note => ({ ...note, pointer: pointer + note.pointer })),
        ),
      };
    },
  ],
  [
    'mlflow',
    contract => {
      const { signature, lossy } = exportMlflowSignature(contract);
      return { documents: [{ name: 'signature', document: signature }], lossy };
    },
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
