import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LineageRun } from '@understudy/plugin-lineage-common';
import { lineageTranslationRef } from '../translation';

const FEW = 5;
/** The client puts it at every run, whatever is sent. */
const ABOUT_SENDER = 'openlineage_client_version';

/** What carried out a run, and its tags. */
export function RunLabels(props: { run: LineageRun; className: string }) {
  const { run, className } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const { name, version } = run.engine ?? {};
  const engine = [name, version].filter(Boolean).join(' ');
  const labels = (run.tags ?? [])
    .filter(({ key }) => key !== ABOUT_SENDER)
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
