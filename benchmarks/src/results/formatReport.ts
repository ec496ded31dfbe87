import { Report } from './Report';

/** A report as text, and as Markdown at the same time. */
export function formatReport({ title, columns, rows }: Report): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, 3, ...rows.map(row => row[index].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => pad(cell, widths[index], index)).join(' | ')} |`;
  const rule = widths.map((width, index) =>
    index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [
    `\n### ${title}\n`,
    line(columns),
    `| ${rule.join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

/** The first column holds words, the others numbers. */
function pad(cell: string, width: number, index: number): string {
  return index === 0 ? cell.padEnd(width) : cell.padStart(width);
}
