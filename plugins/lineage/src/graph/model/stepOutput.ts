/**
 * The name of the dataset that a node makes, when it is a job as the maker of
 * one of its outputs; such ids have that name behind a number sign.
 */
export function stepOutput(id: string): string | undefined {
  const name = /#[^/]*\/([^/]*)$/.exec(id)?.[1];
  if (name === undefined) {
    return undefined;
  }
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // as it is: better than none
  }
}
