import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { Field } from '@understudy/contracts';
import { DateTime } from 'luxon';
import { ReactNode, useId, useState } from 'react';
import { ChoiceField } from '../../pieces/ChoiceField';
import { FormDialog } from '../../pieces/FormDialog';
import { ReasonField } from '../../pieces/ReasonField';
import { contractTranslationRef } from '../translation';

const CLASSIFICATIONS = [
  'public',
  'internal',
  'confidential',
  'restricted',
] as const;

/** What a row has no room for: description, other names, class, deprecation. */
export function FieldDialog(props: {
  field: Field;
  onApply: (parts: Partial<Field>) => void;
  onClose: () => void;
}) {
  const { field, onApply, onClose } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const [description, setDescription] = useState(field.description ?? '');
  const [aliases, setAliases] = useState(field.aliases?.join(', ') ?? '');
  const [classification, setClassification] = useState<string>(
    field.classification ?? '',
  );
  const [isDeprecated, setIsDeprecated] = useState(
    field.deprecated !== undefined,
  );
  const [deprecated, setDeprecated] = useState(field.deprecated);
  const change = (
    part: 'removeAfter' | 'replacement' | 'reason',
    value: string,
  ) =>
    setDeprecated(before => ({
      since: before?.since ?? DateTime.now().toFormat('yyyy-MM-dd'),
      ...before,
      [part]: value || undefined,
    }));
  const apply = () => {
    const names = aliases
      .split(',')
      .map(name => name.trim())
      .filter(Boolean);
    onApply({
      description: description.trim() || undefined,
      aliases: names.length > 0 ? [...new Set(names)] : undefined,
      classification: CLASSIFICATIONS.find(each => each === classification),
      deprecated: isDeprecated
        ? compact({
            since: DateTime.now().toFormat('yyyy-MM-dd'),
            ...deprecated,
          })
        : undefined,
    });
  };
  return (
    <FormDialog
      title={t('contract.try.field.title', { field: String(field.name) })}
      confirm={t('contract.try.field.confirm')}
      busy={false}
      onConfirm={apply}
      onClose={onClose}
    >
      <ReasonField
        label={t('contract.try.field.description')}
        value={description}
        onChange={setDescription}
      />
      <Line
        label={t('contract.try.field.aliases')}
        help={t('contract.try.field.aliasesHelp')}
        value={aliases}
        onChange={setAliases}
      />
      <ChoiceField
        label={t('contract.try.field.classification')}
        value={classification}
        choices={[
          { value: '', label: t('contract.try.field.notStated') },
          ...CLASSIFICATIONS.map(value => ({ value, label: value })),
        ]}
        onChange={setClassification}
      />
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={isDeprecated}
            onChange={event => setIsDeprecated(event.target.checked)}
          />
        }
        label={t('contract.try.field.deprecated')}
      />
      {isDeprecated && (
        <>
          <Line
            type="date"
            label={t('contract.try.field.removeAfter')}
            value={deprecated?.removeAfter ?? ''}
            onChange={value => change('removeAfter', value)}
          />
          <Line
            label={t('contract.try.field.replacement')}
            value={deprecated?.replacement ?? ''}
            onChange={value => change('replacement', value)}
          />
          <ReasonField
            label={t('contract.try.field.reason')}
            value={deprecated?.reason ?? ''}
            onChange={value => change('reason', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

function Line(props: {
  label: string;
  value: string;
  help?: ReactNode;
  type?: 'date';
  onChange: (value: string) => void;
}) {
  const { label, value, help, type, onChange } = props;
  return (
    <TextField
      id={useId()}
      type={type}
      fullWidth
      margin="normal"
      variant="outlined"
      label={label}
      value={value}
      helperText={help}
      InputLabelProps={type && { shrink: true }}
      onChange={event => onChange(event.target.value)}
    />
  );
}

/** A contract says nothing where nothing is typed. */
function compact<T extends object>(value: T): T {
  const result = { ...value };
  for (const key of Object.keys(result) as (keyof T)[]) {
    if (result[key] === undefined) {
      delete result[key];
    }
  }
  return result;
}
