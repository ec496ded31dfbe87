import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { RiGitBranchLine } from '@remixicon/react';
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
  action: { width: 28 },
  trace: {
    display: 'inline-flex',
    padding: 2,
    border: 0,
    background: 'none',
    color: theme.palette.text.secondary,
    cursor: 'pointer',
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  // Read by screen readers, not shown.
  unseen: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
  note: { color: theme.palette.text.secondary },
}));

/** The fields of a dataset with their types; plain cells, as there may be thousands. */
export function FieldTable(props: {
  fields: readonly SchemaField[];
  /** Shows what a field is made from. */
  onTrace: (path: string) => void;
}) {
  const { fields, onTrace } = props;
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
            <th scope="col">
              <span className={classes.unseen}>{t('trace.trace')}</span>
            </th>
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
              <td className={classes.action}>
                <button
                  type="button"
                  className={classes.trace}
                  title={t('trace.trace')}
                  aria-label={t('trace.traceField', { field: field.path })}
                  onClick={() => onTrace(field.path)}
                >
                  <RiGitBranchLine size={16} aria-hidden />
                </button>
              </td>
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
