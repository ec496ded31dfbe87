import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Field, Port } from '@understudy/contracts';
import { useCallback, useMemo, useState } from 'react';
import { ChoiceField } from '../../pieces/ChoiceField';
import { FilterText } from '../../pieces/FilterText';
import { PageButtons } from '../../pieces/PageButtons';
import { contractTranslationRef } from '../translation';
import { useTypeText } from '../fields/useTypeText';
import { fieldsOf } from './contractEdits';
import { DraftFieldsTable } from './DraftFieldsTable';
import { Draft, DraftAction } from './draftReducer';
import { fieldChanges } from './fieldChanges';
import { FieldDialog } from './FieldDialog';

// Each row has six controls; more rows would be felt while typing.
const PAGE_SIZE = 25;

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 2),
    '& > *': { flex: `1 1 ${theme.spacing(20)}px` },
  },
  removed: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** The fields of a draft to edit, one port at a time. */
export function DraftFields(props: {
  draft: Draft;
  dispatch: (action: DraftAction) => void;
}) {
  const { draft, dispatch } = props;
  const { ports } = draft.contract.spec;
  const { t } = useTranslationRef(contractTranslationRef);
  const [chosen, setChosen] = useState(ports[0]?.name);
  const port = ports.find(({ name }) => name === chosen) ?? ports[0];
  const base = draft.base?.spec.ports.find(({ name }) => name === port?.name);
  const typeText = useTypeText();
  if (!port) {
    return null;
  }
  return (
    <>
      {ports.length > 1 && (
        <ChoiceField
          label={t('contract.try.port')}
          value={port.name}
          choices={ports.map(({ name }) => ({ value: name, label: name }))}
          onChange={setChosen}
        />
      )}
      {fieldsOf(port) ? (
        <PortDraft
          key={port.name}
          port={port}
          base={base}
          dispatch={dispatch}
        />
      ) : (
        <Typography variant="body2">
          {t('contract.try.noFields', { type: typeText(port.schema) })}
        </Typography>
      )}
    </>
  );
}

function PortDraft(props: {
  port: Port;
  base?: Port;
  dispatch: (action: DraftAction) => void;
}) {
  const { port, base, dispatch } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const [text, setText] = useState('');
  const [from, setFrom] = useState(0);
  const [detailed, setDetailed] = useState<number>();
  const fields = fieldsOf(port) ?? [];
  const { changeOf, removed } = useMemo(
    () => fieldChanges(base, port),
    [base, port],
  );
  const found = fields
    .map((field, index) => ({ field, index }))
    .filter(({ field }) =>
      String(field.name).toLowerCase().includes(text.trim().toLowerCase()),
    );
  const start = from < found.length ? from : 0;
  const page = found
    .slice(start, start + PAGE_SIZE)
    .map(row => ({ ...row, change: changeOf(row.field) }));

  const { name } = port;
  const onChange = useCallback(
    (index: number, parts: Partial<Field>) =>
      dispatch({
        type: 'edit',
        edit: { type: 'change', port: name, index, parts },
      }),
    [dispatch, name],
  );
  const onRename = useCallback(
    (index: number, to: string) =>
      dispatch({
        type: 'edit',
        edit: { type: 'rename', port: name, index, name: to },
      }),
    [dispatch, name],
  );
  const onRemove = useCallback(
    (index: number) =>
      dispatch({ type: 'edit', edit: { type: 'remove', port: name, index } }),
    [dispatch, name],
  );
  const add = (field: Field) => {
    dispatch({ type: 'edit', edit: { type: 'add', port: name, field } });
    setText('');
    setFrom(Math.floor(fields.length / PAGE_SIZE) * PAGE_SIZE);
  };
  const detailedField = detailed === undefined ? undefined : fields[detailed];
  return (
    <>
      <div className={classes.bar}>
        <FilterText
          label={t('contract.try.search')}
          value={text}
          onChange={value => {
            setText(value);
            setFrom(0);
          }}
        />
        <div>
          <Button
            size="small"
            variant="outlined"
            onClick={() => add(freshField(t('contract.try.newField'), fields))}
          >
            {t('contract.try.add')}
          </Button>
        </div>
      </div>
      <DraftFieldsTable
        label={t('contract.try.table', { port: name })}
        rows={page}
        total={fields.length}
        onChange={onChange}
        onRename={onRename}
        onRemove={onRemove}
        onMore={setDetailed}
      />
      <PageButtons
        label={t('contract.try.table', { port: name })}
        from={start}
        size={PAGE_SIZE}
        total={found.length}
        onMove={setFrom}
      />
      {removed.length > 0 && (
        <div className={classes.removed}>
          <Typography variant="body2" component="span">
            {t('contract.try.removed')}
          </Typography>
          {removed.slice(0, PAGE_SIZE).map(field => (
            <Button
              key={field.name}
              size="small"
              variant="outlined"
              onClick={() => add(field)}
            >
              {t('contract.try.putBack', { field: String(field.name) })}
            </Button>
          ))}
        </div>
      )}
      {detailed !== undefined && detailedField && (
        <FieldDialog
          field={detailedField}
          onClose={() => setDetailed(undefined)}
          onApply={parts => {
            onChange(detailed, parts);
            setDetailed(undefined);
          }}
        />
      )}
    </>
  );
}

/** Optional, so that it breaks nobody until its author asks for more. */
function freshField(name: string, fields: Field[]): Field {
  const names = new Set(fields.map(field => String(field.name)));
  let free = name;
  for (let index = 2; names.has(free); index++) {
    free = `${name}_${index}`;
  }
  return {
    name: free,
    type: { kind: 'scalar', type: 'string' },
    required: false,
    nullable: false,
  };
}
