import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { useCallback, useState } from 'react';
import { mlApiRef } from '../../api/MlApi';
import { Problem } from '../../loading/Problem';
import { usePages } from '../../loading/usePages';
import { PickerOption, SearchPicker } from '../../pieces/SearchPicker';
import { mlTranslationRef } from '../../translation';
import { intakeTranslationRef } from '../translation';

const PAGE_SIZE = 20;
const PROMPT = 'prompt';

/** A Model that a record of a kind can belong to: prompts go to prompts. */
export function ModelPicker(props: {
  kind: IntakeRecord['kind'];
  chosen?: PickerOption;
  onChoose: (model: PickerOption) => void;
}) {
  const { kind, chosen, onChoose } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const [text, setText] = useState('');
  const models = useModels(kind, text);
  const error = models.loaded.error ?? models.moreError;
  const options = (models.loaded.data?.items ?? []).map(
    ({ ref, title, owner }) => ({
      value: ref,
      title,
      detail: owner ? parseEntityRef(owner).name : t('intake.model.nobody'),
    }),
  );
  return (
    <>
      <SearchPicker
        label={t('intake.model.label')}
        text={text}
        onSearch={setText}
        sections={[
          {
            title: t(
              kind === 'prompt' ? 'intake.model.prompts' : 'intake.model.all',
            ),
            options,
          },
        ]}
        chosen={chosen}
        onChoose={onChoose}
        empty={t('intake.model.none')}
        onMore={models.more}
        busy={models.busy}
      />
      {error && (
        <Problem
          error={error}
          title={tShared('loading.failed', { what: t('intake.model.what') })}
          onRetry={models.loaded.reload}
        />
      )}
    </>
  );
}

function useModels(kind: IntakeRecord['kind'], text: string) {
  const api = useApi(mlApiRef);
  return usePages(
    useCallback(
      async (cursor?: string) => {
        const page = await api.listModels({
          text,
          type: kind === 'prompt' ? PROMPT : undefined,
          cursor,
          limit: PAGE_SIZE,
        });
        return kind === 'prompt'
          ? page
          : {
              ...page,
              items: page.items.filter(({ type }) => type !== PROMPT),
            };
      },
      [api, kind, text],
    ),
  );
}
