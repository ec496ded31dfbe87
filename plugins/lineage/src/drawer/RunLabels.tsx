import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageRun } from '@understudy/plugin-lineage-common';
import { lineageTranslationRef } from '../translation';

const FEW = 5;
/** Clients put it at whatever they send by themselves: it is about them, not about the run. */
const ABOUT_CLIENT = {
  key: 'openlineage_client_version',
  source: 'OPENLINEAGE_CLIENT',
};

/** What carried out a run, and its tags. */
export function RunLabels(props: { run: LineageRun; className: string }) {
  const { run, className } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const { name, version } = run.engine ?? {};
  const engine = [name, version].filter(Boolean).join(' ');
  const labels = (run.tags ?? [])
    .filter(
      ({ key, source }) =>
        key !== ABOUT_CLIENT.key || source !== ABOUT_CLIENT.source,
    )
    .map(({ key, value }) =>
      // A tag of one word is written so.
      value === undefined || value === 'true' ? key : `${key}: ${value}`,
    );
  const few = labels.slice(0, FEW).join(', ');
  const what =
    labels.length > FEW
      ? t('runs.andMore', { what: few, amount: String(labels.length - FEW) })
      : few;
  return (
    <>
      {engine && (
        <div className={className}>{t('runs.engine', { engine })}</div>
      )}
      {what && <div className={className}>{t('runs.tags', { what })}</div>}
    </>
  );
}
