/** The tag by which a service says who wrote a version. */
const AUTHOR_TAG = 'understudy.dev/author';

/** Only a service speaks for others; a person is who they are. */
export function claimedAuthor(
  tags: ReadonlyMap<string, string>,
  caller: { isPerson: boolean },
): string | undefined {
  return caller.isPerson ? undefined : tags.get(AUTHOR_TAG)?.slice(0, 500);
}
