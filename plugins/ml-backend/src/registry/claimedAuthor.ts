/** The tag by which a service says who wrote a version. */
const AUTHOR_TAG = 'understudy.dev/author';

/** Only a service speaks for others; a person is who they are. */
export function claimedAuthor(
  tags: readonly { key: string; value: string }[],
  caller: { isPerson: boolean },
): string | undefined {
  return caller.isPerson
    ? undefined
    : tags.find(({ key }) => key === AUTHOR_TAG)?.value.slice(0, 500);
}
