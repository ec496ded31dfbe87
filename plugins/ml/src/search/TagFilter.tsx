import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { registryTranslationRef } from '../models/translation';
import { tagCondition } from './conditionText';
import { FilterForm } from './FilterForm';

/** Asks for a tag and its value. */
export function TagFilter(props: { onAdd: (condition: string) => void }) {
  const { t } = useTranslationRef(registryTranslationRef);
  const id = useId();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  return (
    <FilterForm
      title={t('search.tag.title')}
      add={t('search.tag.add')}
      condition={tagCondition({ key, value })}
      onAdd={text => {
        props.onAdd(text);
        setKey('');
        setValue('');
      }}
    >
      <TextField
        id={`${id}-key`}
        size="small"
        variant="outlined"
        label={t('search.tag.key')}
        value={key}
        onChange={event => setKey(event.target.value)}
      />
      <TextField
        id={`${id}-value`}
        size="small"
        variant="outlined"
        label={t('search.tag.value')}
        value={value}
        onChange={event => setValue(event.target.value)}
      />
    </FilterForm>
  );
}
