import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { lineageTranslationRef } from '../translation';
import { SchemaField } from './schemaFields';

const FEW = 20;
const STEP = 200;

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.body2.fontSize,
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(0.25, 1, 0.25, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      fontWeight: 'inherit',
    },
  },
  note: { color: theme.palette.text.secondary },
}));

/** The fields of a dataset with their types; plain cells, as there may be thousands. */
export function FieldTable(props: { fields: readonly SchemaField[] }) {
  const { fields } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [count, setCount] = useState(FEW);
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fields.name')}</th>
            <th scope="col">{t('fields.type')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.slice(0, count).map((field, index) => (
            <tr key={index}>
              <th scope="row" style={{ paddingLeft: field.depth * 12 }}>
                {field.name}
                {field.description && (
                  <div className={classes.note}>{field.description}</div>
                )}
              </th>
              <td>{field.type}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {fields.length > count && (
        <Button size="small" onClick={() => setCount(count + STEP)}>
          {t('fields.more', { count: fields.length - count })}
        </Button>
      )}
    </>
  );
}
