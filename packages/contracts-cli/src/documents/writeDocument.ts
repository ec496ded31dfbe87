import {
  Contract,
  exportAvroSchema,
  exportFeastView,
  exportJsonSchema,
  exportMlflowSignature,
  exportOdcs,
  exportOipMetadata,
  exportOpenLineageSchema,
  LossNote,
} from '@understudy/contracts';
import { stringify } from 'yaml';
import { formats } from './detectFormat';

/** Formats that a contract can be written in: all that can be read. */
export const targetFormats = formats;

export type TargetFormat = (typeof targetFormats)[number];

interface Written {
  text: string;
  /** Pointers lead into the contract, or into its one port. */
  lossy: LossNote[];
}

/** Whether a document of the format is about one port only. */
export function writesOnePort(to: TargetFormat): boolean {
  return ['json-schema', 'avro', 'openlineage', 'feast'].includes(to);
}

/** Writes a contract in a format; where that is of one port, the contract has to have one. */
export function writeDocument(contract: Contract, to: TargetFormat): Written {
  const [port] = contract.spec.ports;
  switch (to) {
    case 'contract':
      return { text: stringify(contract), lossy: [] };
    case 'mlflow': {
      const { signature, lossy } = exportMlflowSignature(contract);
      return { text: stringify({ signature }), lossy };
    }
    case 'odcs': {
      const { document, lossy } = exportOdcs(contract);
      return { text: stringify(document), lossy };
    }
    case 'oip': {
      const { metadata, lossy } = exportOipMetadata(contract);
      return { text: json(metadata), lossy };
    }
    case 'feast': {
      const { view, lossy } = exportFeastView(contract);
      return { text: json(view), lossy };
    }
    case 'avro': {
      const { schema, lossy } = exportAvroSchema(port);
      return { text: json(schema), lossy };
    }
    case 'openlineage': {
      const { facet, lossy } = exportOpenLineageSchema(port);
      return { text: json(facet), lossy };
    }
    default: {
      const { schema, lossy } = exportJsonSchema(port);
      return { text: json(schema), lossy };
    }
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
