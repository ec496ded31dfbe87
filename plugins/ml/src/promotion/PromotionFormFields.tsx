import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import {
  ModelVersionSummary,
  PromotionOptions,
} from '@understudy/plugin-ml-common';
import { useId } from 'react';
import { ChoiceField } from '../pieces/ChoiceField';
import { formatVersion } from '../pieces/formatVersion';
import { ReasonField } from '../pieces/ReasonField';
import { promotionTranslationRef } from './translation';
import { aliasAt, PromotionForm, withStage } from './promotionForm';
import { StageRules } from './StageRules';

/** The fields of a request, and what will be asked of it. */
export function PromotionFormFields(props: {
  form: PromotionForm;
  options: PromotionOptions;
  versions: ModelVersionSummary[];
  onChange: (form: PromotionForm) => void;
}) {
  const { form, options, versions, onChange } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const segmentId = useId();
  const stage = options.stages.find(({ name }) => name === form.stage);
  const alias = aliasAt(options, form);
  const labels = versions.map(({ label }) => label);
  if (form.version && !labels.includes(form.version)) {
    labels.unshift(form.version);
  }
  return (
    <>
      <ChoiceField
        label={t('request.version')}
        value={form.version}
        choices={labels.map(label => {
          const aliases = versions.find(v => v.label === label)?.aliases ?? [];
          return {
            value: label,
            label: [formatVersion(label), ...aliases].join(' · '),
          };
        })}
        onChange={version => onChange({ ...form, version })}
      />
      <ChoiceField
        label={t('request.stage')}
        value={form.stage}
        choices={options.stages.map(({ name, title }) => ({
          value: name,
          label: title,
        }))}
        onChange={name => onChange(withStage(form, name, options))}
      />
      {stage && stage.environments.length > 1 && (
        <ChoiceField
          label={t('request.environment')}
          value={form.environment}
          choices={stage.environments.map(name => ({
            value: name,
            label: name,
          }))}
          onChange={environment => onChange({ ...form, environment })}
        />
      )}
      <Autocomplete
        id={segmentId}
        freeSolo
        options={options.segments}
        // Both are set: left alone, the field empties itself when it opens.
        value={form.segment}
        inputValue={form.segment}
        onInputChange={(_, segment) => onChange({ ...form, segment })}
        renderInput={params => (
          <TextField
            {...params}
            margin="normal"
            variant="outlined"
            label={t('request.segment')}
            helperText={t('request.segmentHelp')}
          />
        )}
      />
      <ReasonField
        label={t('request.reason')}
        help={t('request.reasonHelp')}
        value={form.reason}
        onChange={reason => onChange({ ...form, reason })}
      />
      <Typography variant="subtitle2" component="h3">
        {t('request.whatHappens')}
      </Typography>
      {stage && <StageRules stage={stage} />}
      <Typography variant="body2">
        {alias
          ? t('request.alias', {
              alias,
              version: formatVersion(form.version),
            })
          : t('request.aliasUnknown')}
      </Typography>
    </>
  );
}
