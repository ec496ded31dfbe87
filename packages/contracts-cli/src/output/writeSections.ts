import { CliContext } from '../CliContext';
import { version } from '../version';
import { formatHuman } from './formatHuman';
import { formatJson } from './formatJson';
import { formatSarif } from './formatSarif';
import { Section } from './Section';

/** How results are written. */
export interface OutputOptions {
  output: 'human' | 'json' | 'sarif';
  /** Of text for people: harmless changes are listed too. */
  all?: boolean;
}

/** Writes what a command found, in the form that was asked for. */
export function writeSections(
  command: string,
  sections: readonly Section[],
  { output, all = false }: OutputOptions,
  { out, colour, cwd }: CliContext,
): void {
  switch (output) {
    case 'json':
      out(formatJson(command, sections));
      break;
    case 'sarif':
      out(formatSarif(sections, { cwd, version }));
      break;
    default:
      out(formatHuman(sections, { colour, all }));
  }
}
