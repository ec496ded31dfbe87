import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  LineageRun,
  LineageRunDataset,
} from '@understudy/plugin-lineage-common';
import { lineageTranslationRef } from '../translation';

const FEW = 3;

/** Which partitions a run read and wrote, of names that are shown as one. */
export function RunPartitions(props: {
  run: LineageRun;
  /** Id of the node whose runs are listed; its own name goes without saying. */
  node: string;
  className: string;
}) {
  const { run, node, className } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const listOf = (datasets: readonly LineageRunDataset[]) => {
    const parts = datasets.flatMap(({ id, name, partition }) =>
      partition === undefined
        ? []
        : [id === node ? partition : `${name} ${partition}`],
    );
    const what = parts.slice(0, FEW).join(', ');
    return parts.length > FEW
      ? t('runs.andMore', { what, amount: String(parts.length - FEW) })
      : what;
  };
  const [read, wrote] = [listOf(run.inputs), listOf(run.outputs)];
  return (
    <>
      {read && (
        <div className={className}>{t('runs.read', { what: read })}</div>
      )}
      {wrote && (
        <div className={className}>{t('runs.wrote', { what: wrote })}</div>
      )}
    </>
  );
}
