import { mlRelationPairs } from '@understudy/plugin-ml-common';

const titles = new Map(
  mlRelationPairs.flatMap(({ forward, reverse }) => [
    [forward.type, forward.title],
    [reverse.type, reverse.title],
  ]),
);

/** What people call a relation: `trainedOn` is "trained on". */
export function relationTitle(type: string): string {
  return (
    titles.get(type) ??
    type.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  );
}
