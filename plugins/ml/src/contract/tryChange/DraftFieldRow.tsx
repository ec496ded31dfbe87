import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import DeleteOutlined from '@material-ui/icons/DeleteOutlined';
import MoreHoriz from '@material-ui/icons/MoreHoriz';
import { Field, ScalarType, scalarTypes } from '@understudy/contracts';
import { memo } from 'react';
import { Tag } from '../../pieces/Tag';
import { contractTranslationRef } from '../translation';
import { useTypeText } from '../fields/useTypeText';
import { readDefault, writeDefault } from './defaultText';
import { DraftCell } from './DraftCell';
import { FieldChange } from './fieldChanges';

/** What can be done to the field of a row. */
export interface RowActions {
  onChange: (index: number, parts: Partial<Field>) => void;
  onRename: (index: number, name: string) => void;
  onRemove: (index: number) => void;
  onMore: (index: number) => void;
}

const useStyles = makeStyles(theme => ({
  cell: { padding: theme.spacing(0.25, 0.5), verticalAlign: 'top' },
  check: { padding: theme.spacing(0.5) },
  actions: { whiteSpace: 'nowrap' },
  type: { fontSize: theme.typography.body2.fontSize },
}));

/** One field to edit. Rows that did not change are not drawn again. */
export const DraftFieldRow = memo(Row);

function Row(
  props: { field: Field; index: number; change: FieldChange } & RowActions,
) {
  const { field, index, change, onChange, onRename, onRemove, onMore } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const typeText = useTypeText();
  const name = String(field.name);
  const isPlain = field.type.kind === 'scalar';
  const written = typeText(field.type);
  return (
    <TableRow>
      <TableCell className={classes.cell}>
        <DraftCell
          code
          label={t('contract.try.cell.name', { field: name })}
          value={name}
          onChange={text => onRename(index, text)}
        />
        {change !== 'same' && (
          <Tag strong>{t(`contract.try.state.${change}`)}</Tag>
        )}
        {field.deprecated && <Tag strong>{t('contract.try.deprecated')}</Tag>}
        {field.aliases && (
          <Typography variant="caption" color="textSecondary" component="div">
            {t('contract.try.aliases', { names: field.aliases.join(', ') })}
          </Typography>
        )}
      </TableCell>
      <TableCell className={classes.cell}>
        <TextField
          select
          size="small"
          fullWidth
          value={written}
          SelectProps={{ native: true }}
          inputProps={{
            'aria-label': t('contract.try.cell.type', { field: name }),
            className: classes.type,
          }}
          onChange={event =>
            onChange(index, {
              type: { kind: 'scalar', type: event.target.value as ScalarType },
            })
          }
        >
          {!(isPlain && scalarTypes.some(type => type === written)) && (
            <option value={written}>{written}</option>
          )}
          {scalarTypes.map(type => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </TextField>
      </TableCell>
      {(['required', 'nullable'] as const).map(part => (
        <TableCell key={part} className={classes.cell} align="center">
          <Checkbox
            size="small"
            color="primary"
            className={classes.check}
            checked={field[part]}
            inputProps={{
              'aria-label': t(`contract.try.cell.${part}`, { field: name }),
            }}
            onChange={event =>
              onChange(index, { [part]: event.target.checked })
            }
          />
        </TableCell>
      ))}
      <TableCell className={classes.cell}>
        <DraftCell
          label={t('contract.try.cell.unit', { field: name })}
          value={field.unit ?? ''}
          onChange={text => onChange(index, { unit: text.trim() || undefined })}
        />
      </TableCell>
      <TableCell className={classes.cell}>
        <DraftCell
          code
          label={t('contract.try.cell.default', { field: name })}
          value={writeDefault(field)}
          problem={text =>
            readDefault(text, field.type)
              ? undefined
              : t('contract.try.badDefault')
          }
          onChange={text =>
            onChange(index, { default: readDefault(text, field.type)?.default })
          }
        />
      </TableCell>
      <TableCell className={`${classes.cell} ${classes.actions}`}>
        <IconButton
          size="small"
          aria-label={t('contract.try.cell.more', { field: name })}
          onClick={() => onMore(index)}
        >
          <MoreHoriz fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          aria-label={t('contract.try.cell.remove', { field: name })}
          onClick={() => onRemove(index)}
        >
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </TableCell>
    </TableRow>
  );
}
