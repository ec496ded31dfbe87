import { ModelInlineVersion } from '@understudy/plugin-ml-common';
import { SourceVersion } from '@understudy/plugin-ml-node';
import { createHash } from 'node:crypto';

/**
 * A version written beside a model's YAML, in the shape that sources give.
 * Without a digest of its own it gets one over what the file says of the
 * artifact, so that a changed artifact does not keep its approval.
 *
 * @param createdAt - used when the file gives no time.
 */
export function fromInlineVersion(
  inline: ModelInlineVersion,
  createdAt: string,
): SourceVersion {
  return {
    recordVersion: inline.label,
    digest: inline.digest ?? recordDigest(inline),
    digestStrength: inline.digest ? 'reported' : 'record',
    description: inline.description,
    variant: inline.variant,
    artifactUri: inline.source,
    createdBy: inline.createdBy,
    createdAt: inline.createdAt ?? createdAt,
    metrics: (inline.metrics ?? []).map(({ name, ...metric }) => ({
      ...metric,
      rawName: name,
    })),
    params: (inline.params ?? []).map(({ name, value }) => ({
      key: name,
      value,
    })),
    tags: [],
    components: inline.components ?? [],
    links: [],
  };
}

function recordDigest(inline: ModelInlineVersion): string {
  const { label, source, variant, components = [] } = inline;
  const hash = createHash('sha256')
    .update(
      JSON.stringify([
        label,
        source ?? null,
        variant ?? null,
        components.map(({ role, ref, version, digest }) => [
          role,
          ref,
          version ?? null,
          digest ?? null,
        ]),
      ]),
    )
    .digest('hex');
  return `sha256:${hash}`;
}
