import { CopyButton } from './CopyButton';
import { shortDigest } from './shortDigest';

/** The start of a digest of something else than a version, and a button to copy it. */
export function DigestText(props: {
  digest: string;
  /** What it is of. */
  what: string;
}) {
  const { digest, what } = props;
  return (
    <>
      <code title={digest}>{shortDigest(digest)}</code>
      <CopyButton text={digest} what={what} />
    </>
  );
}
