import { VersionSourceRef } from '@understudy/plugin-ml-common';

/** Where a version comes from: the registry and its own name there. */
export function VersionSource(props: { source: VersionSourceRef }) {
  const { title, server, type, record, recordVersion } = props.source;
  const there = [record, recordVersion].filter(Boolean).join(' ');
  return (
    <>
      {title ?? server ?? type}
      {there && `: ${there}`}
    </>
  );
}
