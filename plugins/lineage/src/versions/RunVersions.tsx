import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageRun } from '@understudy/plugin-lineage-common';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';

/** Versions of a node that a run wrote, each with the way to what used it. */
export function RunVersions(props: {
  run: LineageRun;
  /** Id of the node whose runs are listed. */
  node: string;
  className: string;
  onUsed: (version: string) => void;
}) {
  const { run, node, className, onUsed } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const versions = new Set(
    run.outputs.flatMap(({ id, version }) =>
      id === node && version !== undefined ? [version] : [],
    ),
  );
  return (
    <>
      {[...versions].map(version => (
        <div key={version}>
          <span className={className}>{t('used.version', { version })}</span>{' '}
          <TextButton
            label={t('used.openVersion', { version })}
            onClick={() => onUsed(version)}
          >
            {t('used.open')}
          </TextButton>
        </div>
      ))}
    </>
  );
}
