import { InputError } from '@backstage/errors';
import { intakeLimits } from '@understudy/plugin-ml-common';
import { CsvError, parse } from 'csv-parse/sync';
import { DecisionLine } from '../decisions/decisionLines';
import { unguardFormula } from './formulaGuard';
import { decisionCsvColumns, intakeCsvColumns } from './intakeCsv';

/** Cells by the column they stand in; the last ones of a row may be left out. */
type Cells = Record<string, string | undefined>;

interface Row {
  cells: Cells;
  /** Where it begins in the file, the header being 1. */
  line: number;
}

/** What a file asks for. */
export interface IntakeCsv {
  lines: DecisionLine[];
  /** Rows without an action. */
  skipped: number;
}

/**
 * Reads the decisions of a file: an exported one, edited, or one with the same
 * columns. Throws InputError when it is no CSV, has too many rows, or columns
 * are missing or unknown.
 */
export function readIntakeCsv(text: string): IntakeCsv {
  const rows = parseRows(text);
  if (rows.length > intakeLimits.csvRows) {
    throw new InputError(
      `The file has more than ${intakeLimits.csvRows} rows; split it`,
    );
  }
  const lines = rows.map(toLine).filter(line => line.decision.action !== '');
  return { lines, skipped: rows.length - lines.length };
}

function parseRows(text: string): Row[] {
  let header: string[] = [];
  let rows: Row[];
  try {
    rows = parse<Row, Cells>(text, {
      bom: true,
      columns: names => {
        header = names.map(name => name.trim());
        return header;
      },
      on_record: (cells, { lines }) => ({
        cells,
        line: lines - countLineBreaks(cells),
      }),
      skip_empty_lines: true,
      relax_column_count_less: true,
      // One more than allowed, to tell that there are too many.
      to: intakeLimits.csvRows + 1,
    });
  } catch (error) {
    if (error instanceof CsvError) {
      throw new InputError(`The file is no CSV: ${error.message}`);
    }
    throw error;
  }
  checkColumns(header);
  return rows;
}

/** The parser counts to the end of a row, and cells may have several lines. */
function countLineBreaks(cells: Cells): number {
  return Object.values(cells).join('').split('\n').length - 1;
}

function checkColumns(header: readonly string[]): void {
  const { required, optional } = decisionCsvColumns;
  const missing = required.filter(column => !header.includes(column));
  if (missing.length > 0) {
    throw new InputError(
      `The file lacks the columns ${quoted(missing)}; its columns are ${quoted(header)}`,
    );
  }
  const known: readonly string[] = [
    ...required,
    ...optional,
    ...intakeCsvColumns,
  ];
  const unknown = header.filter(column => !known.includes(column));
  if (unknown.length > 0) {
    throw new InputError(
      `The file has unknown columns ${quoted(unknown)}; known are ${quoted([...intakeCsvColumns])}`,
    );
  }
  const twice = header.filter((column, at) => header.indexOf(column) !== at);
  if (twice.length > 0) {
    throw new InputError(`The file has the columns ${quoted(twice)} twice`);
  }
}

function quoted(columns: readonly string[]): string {
  return columns.map(column => `'${column.slice(0, 100)}'`).join(', ');
}

function toLine({ cells, line }: Row): DecisionLine {
  // Names of records are taken as they are: spaces may be part of them.
  const text = (column: string) => unguardFormula(cells[column] ?? '');
  const workspace = text('workspace');
  return {
    record: {
      server: text('server').trim(),
      ...(workspace ? { workspace } : {}),
      name: text('record'),
    },
    decision: {
      action: text('action').trim().toLowerCase(),
      owner: text('owner'),
      model: text('bindTo'),
      reason: text('reason'),
    },
    line,
  };
}
