/** Where something was observed, in words as short as a node has room for. */
export interface EnvironmentText {
  badge: string;
  all: string;
}

/**
 * Says where something was observed unless that is just the environment shown:
 * all of it, or what comes on top of the one shown.
 */
export function environmentText(
  environments: readonly string[] | undefined,
  shown: string,
): EnvironmentText | undefined {
  if (!environments || environments.length === 0) {
    return undefined;
  }
  const others = environments.filter(name => name !== shown);
  if (others.length === 0) {
    return undefined;
  }
  const more = others.length < environments.length ? '+ ' : '';
  return {
    badge: `${more}${others.join(', ')}`,
    all: environments.join(', '),
  };
}
