import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { registryTranslationRef } from '../models/translation';
import { metricCondition, metricSigns } from './conditionText';
import { FilterForm } from './FilterForm';

/** Asks for a metric, a comparison and a value. */
export function MetricFilter(props: { onAdd: (condition: string) => void }) {
  const { t } = useTranslationRef(registryTranslationRef);
  const id = useId();
  const [name, setName] = useState('');
  const [sign, setSign] = useState<string>(metricSigns[0]);
  const [value, setValue] = useState('');
  const condition = metricCondition({ name, sign, value });
  return (
    <FilterForm
      title={t('search.metric.title')}
      add={t('search.metric.add')}
      condition={condition}
      onAdd={text => {
        props.onAdd(text);
        setName('');
        setValue('');
      }}
    >
      <TextField
        id={`${id}-name`}
        size="small"
        variant="outlined"
        label={t('search.metric.name')}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextField
        select
        id={`${id}-sign`}
        size="small"
        variant="outlined"
        label={t('search.metric.sign')}
        value={sign}
        SelectProps={{ native: true }}
        onChange={event => setSign(event.target.value)}
      >
        {metricSigns.map(each => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </TextField>
      <TextField
        id={`${id}-value`}
        size="small"
        variant="outlined"
        label={t('search.metric.value')}
        value={value}
        inputProps={{ inputMode: 'decimal' }}
        onChange={event => setValue(event.target.value)}
      />
    </FilterForm>
  );
}
