import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelServing } from '@understudy/plugin-ml-common';
import { RefLink } from '../pieces/RefLink';
import { mlTranslationRef } from '../translation';

/** The ways a model's answers reach their users. */
export function ServingList(props: {
  serving: ModelServing[];
  /** Of the model. */
  namespace?: string;
}) {
  const { t } = useTranslationRef(mlTranslationRef);
  const { serving, namespace } = props;
  return (
    <>
      {serving.map(({ mode, component, api, writes = [] }) => (
        <div key={`${mode} ${component} ${api} ${writes.join()}`}>
          {t(`servingMode.${mode}`)}{' '}
          {component && (
            <RefLink value={component} kind="component" namespace={namespace} />
          )}{' '}
          {api && <RefLink value={api} kind="api" namespace={namespace} />}{' '}
          {writes.map(dataset => (
            <RefLink
              key={dataset}
              value={dataset}
              kind="dataset"
              namespace={namespace}
            />
          ))}
        </div>
      ))}
    </>
  );
}
