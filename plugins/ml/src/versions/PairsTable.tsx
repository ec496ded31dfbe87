import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { DataTable } from '../pieces/DataTable';
import { mlTranslationRef } from '../translation';

const useStyles = makeStyles({ text: { overflowWrap: 'anywhere' } });

/** Names and values, such as parameters and tags. */
export function PairsTable(props: {
  label: string;
  pairs: { key: string; value: string }[];
}) {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  return (
    <DataTable
      label={props.label}
      rows={props.pairs}
      rowKey={pair => pair.key}
      columns={[
        { id: 'key', title: t('pairs.key'), render: pair => pair.key },
        {
          id: 'value',
          title: t('pairs.value'),
          render: pair => <span className={classes.text}>{pair.value}</span>,
        },
      ]}
    />
  );
}
