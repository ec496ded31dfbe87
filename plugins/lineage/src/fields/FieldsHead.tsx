import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { LineageFields } from '@understudy/plugin-lineage-common';
import { ReactNode } from 'react';
import { describeError } from '../loading/describeError';
import { Loaded } from '../loading/useLoaded';
import { ChoiceField } from '../pieces/ChoiceField';
import { lineageTranslationRef } from '../translation';
import { countFields } from './countFields';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0.5, 2),
  },
  choice: { width: theme.spacing(36), maxWidth: '100%' },
  note: { margin: theme.spacing(0, 1, 0.5), padding: theme.spacing(0, 1) },
}));

/** Which field is followed, how much there is of it, and what is missing. */
export function FieldsHead(props: {
  title: string;
  field?: string;
  fields: Loaded<LineageFields>;
  /** The fields that can be chosen. */
  known: Loaded<readonly string[]>;
  onField: (field: string | undefined) => void;
}) {
  const { title, field, fields, known, onField } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { data, error } = fields;
  const names = [
    ...new Set([
      ...(known.data ?? []),
      ...(field === undefined ? [] : [field]),
    ]),
  ].sort((a, b) => a.localeCompare(b));
  const amount = data ? countFields(data) : 0;
  const note = (
    severity: 'info' | 'warning',
    text: string,
    onRetry?: () => void,
  ): ReactNode => (
    <Alert
      severity={severity}
      className={classes.note}
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )
      }
    >
      {text}
    </Alert>
  );
  return (
    <>
      <div className={classes.root}>
        <div className={classes.choice}>
          <ChoiceField
            label={t('trace.choose', { title })}
            value={field ?? ''}
            choices={[
              { value: '', label: t('trace.all') },
              ...names.map(name => ({ value: name, label: name })),
            ]}
            onChange={next => onField(next || undefined)}
          />
        </div>
        {data && data.edges.length > 0 && (
          <Typography variant="body2" color="textSecondary" role="status">
            {t('trace.counts', {
              fields: t('trace.fields', { count: amount }),
              connections: t('explorer.connections', {
                count: data.edges.length,
              }),
            })}
          </Typography>
        )}
      </div>
      {known.error &&
        data &&
        note(
          'warning',
          t('trace.unknown', { message: describeError(known.error).message }),
          known.reload,
        )}
      {error &&
        data &&
        note(
          'warning',
          t('trace.stale', { message: describeError(error).message }),
          fields.reload,
        )}
      {data?.cut && note('info', t('trace.cut'))}
      {data?.truncated &&
        !data.cut &&
        note('info', t('trace.truncated', { amount: String(amount) }))}
      {data?.complete === false && note('info', t('trace.incomplete'))}
    </>
  );
}
