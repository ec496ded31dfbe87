import { CliContext } from '../CliContext';
import { version } from '../version';
import { formatHuman } from './formatHuman';
import { formatJson } from './formatJson';
import { formatSarif } from './formatSarif';
import { PlacedNote, Section } from './Section';

/** How results are written. */
export interface OutputOptions {
  output: 'human' | 'json' | 'sarif';
  /** Of text for people: harmless changes are listed too. */
  all?: boolean;
}

/** Writes what a command found, and notes on what it read, in the form that was asked for. */
export function writeSections(
  command: string,
  sections: readonly Section[],
  notes: readonly PlacedNote[],
  { output, all = false }: OutputOptions,
  { out, colour, cwd }: CliContext,
): void {
  switch (output) {
    case 'json':
      out(formatJson(command, sections, notes));
      break;
    case 'sarif':
      out(formatSarif(sections, notes, { cwd, version }));
      break;
    default:
      out(formatHuman(sections, notes, { colour, all }));
  }
}
