import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { ImportPreview } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { EmptyState } from '../pieces/EmptyState';
import { OwnerChip } from '../pieces/OwnerChip';
import { intakeTranslationRef } from '../intake/translation';

/** The models an import would write, and what would get in its way. */
export function PreviewContent(props: { preview: ImportPreview }) {
  const { models, collisions, folded, bound, ignored, held, truncated } =
    props.preview;
  const { ignoredInIntake } = props.preview;
  const { t } = useTranslationRef(intakeTranslationRef);
  return (
    <>
      {held && (
        <Alert severity="warning">
          {t('preview.held', {
            before: String(held.before),
            after: String(held.after),
          })}
        </Alert>
      )}
      {collisions.map(({ ref, records }) => (
        <Typography key={ref} variant="body2">
          {t('preview.collision', { ref, records: records.join(', ') })}
        </Typography>
      ))}
      {folded.map(({ ref, variants }) => (
        <Typography key={ref} variant="body2">
          {t('preview.folded', { ref, count: variants })}
        </Typography>
      ))}
      {bound
        .filter(({ by }) => by === 'decision')
        .map(({ record, ref }) => (
          <Typography key={record} variant="body2">
            {t('preview.boundInIntake', { record, ref })}
          </Typography>
        ))}
      {ignoredInIntake.map(({ record, reason }) => (
        <Typography key={record} variant="body2">
          {t('preview.ignoredInIntake', { record, reason })}
        </Typography>
      ))}
      <Typography variant="body2">
        {t('preview.left', {
          bound: String(bound.length),
          ignored: String(ignored.length + ignoredInIntake.length),
        })}
      </Typography>
      {models.length === 0 ? (
        <EmptyState title={t('preview.empty')} why={t('preview.emptyWhy')} />
      ) : (
        <DataTable
          label={t('preview.what')}
          rows={models}
          rowKey={model => `${model.ref} ${model.record}`}
          columns={[
            {
              id: 'change',
              title: t('preview.change.title'),
              render: ({ change }) => t(`preview.change.${change}`),
            },
            {
              id: 'model',
              title: t('preview.model'),
              render: ({ ref }) => ref,
            },
            {
              id: 'record',
              title: t('preview.record'),
              render: ({ record }) => record,
            },
            {
              id: 'owner',
              title: t('preview.owner'),
              render: ({ owner, ownerReason }) => (
                <>
                  <OwnerChip owner={owner} />
                  {ownerReason && (
                    <Typography variant="body2" color="textSecondary">
                      {ownerReason}
                    </Typography>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {truncated && (
        <Typography variant="body2">{t('preview.truncated')}</Typography>
      )}
    </>
  );
}
