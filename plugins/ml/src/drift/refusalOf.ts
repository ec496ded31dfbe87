import { AliasDrift, AliasDriftChoice } from '@understudy/plugin-ml-common';

/** Why a choice is not open; the key of its text. */
export type DriftRefusal =
  AliasDriftChoice | 'reported' | 'nothingFound' | 'nothingDecided';

/**
 * Why a choice is refused, or undefined where it may be made. What is wrong
 * with the choice itself is said before what the reader lacks.
 */
export function refusalOf(
  drift: AliasDrift,
  choice: AliasDriftChoice,
): DriftRefusal | undefined {
  if (drift.may.includes(choice)) {
    return undefined;
  }
  if (choice === 'report' && drift.state === 'reported') {
    return 'reported';
  }
  if (choice === 'adopt' && !drift.found) {
    return 'nothingFound';
  }
  if (choice === 'revert' && !drift.decided) {
    return 'nothingDecided';
  }
  return choice;
}
