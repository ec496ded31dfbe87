import { compare } from 'semver';
import { expandFolders } from '../documents/expandFolders';
import {
  LoadedContract,
  readContract,
  ReadOptions,
} from '../documents/readContract';

/**
 * Reads the versions before, oldest first: by their numbers, or in the order
 * given where some are in a format that has no versions.
 */
export async function loadHistory(
  paths: readonly string[],
  options: ReadOptions,
): Promise<LoadedContract[]> {
  const history: LoadedContract[] = [];
  for (const path of await expandFolders(options.cwd, paths)) {
    history.push(await readContract(path, options));
  }
  return history.every(({ format }) => format === 'contract')
    ? history.sort((a, b) =>
        compare(a.contract.metadata.version, b.contract.metadata.version),
      )
    : history;
}

/**
 * Gives versions to what has none. They are major ones, so that only the
 * change is judged, and they are all of one subject.
 */
export function numberForeign(
  history: readonly LoadedContract[],
  next: LoadedContract,
): { history: LoadedContract[]; next: LoadedContract; versioned: boolean } {
  const all = [...history, next];
  if (all.every(({ format }) => format === 'contract')) {
    return { history: [...history], next, versioned: true };
  }
  const { name, owner } = next.contract.metadata;
  const numbered = all.map((loaded, index): LoadedContract => {
    const { contract } = loaded;
    return {
      ...loaded,
      contract: {
        ...contract,
        metadata: {
          ...contract.metadata,
          ...{ name, version: `${index + 1}.0.0`, owner },
        },
        spec: { ...contract.spec, subject: next.contract.spec.subject },
      },
    };
  });
  return {
    history: numbered.slice(0, -1),
    next: numbered[numbered.length - 1],
    versioned: false,
  };
}

/** What an import left out was not judged, and whoever reads the verdict should know. */
export function lossAdvice(contracts: readonly LoadedContract[]): string[] {
  return contracts
    .filter(({ lossy }) => lossy.length > 0)
    .map(
      ({ path, lossy }) =>
        `Not all of ${path} could be judged: ${lossy.length} ${
          lossy.length === 1 ? 'note' : 'notes'
        }, which convert --to contract lists.`,
    );
}
