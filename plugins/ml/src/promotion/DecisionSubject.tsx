import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Promotion } from '@understudy/plugin-ml-common';
import { Facts } from '../pieces/Facts';
import { StageChip } from '../pieces/StageChip';
import { VersionLink } from '../pieces/VersionLink';
import { CopyButton } from '../pieces/CopyButton';
import { mlTranslationRef } from '../translation';
import { promotionTranslationRef } from './translation';

/** Exactly what an approval speaks of. */
export function DecisionSubject(props: { promotion: Promotion }) {
  const { model, version, digest, toStage, target, champion, policyRef } =
    props.promotion;
  const { alias } = props.promotion.execution;
  const { t } = useTranslationRef(promotionTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const start = (hash: string) => hash.replace(/^sha256:/, '').slice(0, 8);
  return (
    <Facts
      facts={[
        {
          name: t('subject.version'),
          value: <VersionLink model={model} version={version} />,
        },
        {
          name: t('subject.digest'),
          value: (
            <>
              {start(digest)}
              <CopyButton text={digest} what={tShared('digest.name')} />
            </>
          ),
        },
        {
          name: t('subject.target'),
          value: <StageChip stage={toStage} target={target} />,
        },
        {
          name: t('subject.champion'),
          value: champion ? (
            <VersionLink model={model} version={champion.version} />
          ) : (
            t('subject.noChampion')
          ),
        },
        {
          name: t('subject.alias'),
          value:
            alias &&
            t('subject.aliasMoves', {
              alias: alias.alias,
              record: alias.record,
              server: alias.server,
            }),
        },
        {
          name: t('subject.policy'),
          value: `${policyRef} (${start(props.promotion.policyDigest)})`,
        },
      ]}
    />
  );
}
