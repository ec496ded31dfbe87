import { ExitCode } from '../CliContext';
import { Section } from './Section';

/** What nobody could prove is no pass, unless that was asked for. */
export function sectionsExitCode(
  sections: readonly Section[],
  allowUnverifiable: boolean,
): ExitCode {
  return sections.some(
    ({ verdict }) =>
      verdict === 'incompatible' ||
      (verdict === 'unverifiable' && !allowUnverifiable),
  )
    ? 1
    : 0;
}
