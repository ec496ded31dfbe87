import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  LineageNode,
  LineageNodeSummary,
} from '@understudy/plugin-lineage-common';
import { NodeName } from '../names/NodeName';
import { Facts } from '../pieces/Facts';
import { Since } from '../pieces/Since';
import { DistanceText } from '../table/DistanceText';
import { lineageTranslationRef } from '../translation';

/** Whose it is, how it is, when it was seen and why it is in the picture. */
export function NodeFacts(props: {
  summary: LineageNodeSummary;
  node?: LineageNode;
  name: NodeName;
}) {
  const { summary, node, name } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const { quality, lastRun } = summary;
  const nobody = summary.kind !== 'job' && t('owner.none');
  return (
    <Facts
      facts={[
        {
          name: t('facts.owner'),
          value: name.owner ? (
            <EntityRefLink entityRef={name.owner} title={name.ownerName} />
          ) : (
            nobody
          ),
        },
        { name: t('facts.lifecycle'), value: name.lifecycle },
        // What is not in the graph may be told of now.
        { name: t('facts.version'), value: node?.version },
        {
          name: t('facts.distance'),
          value: node && <DistanceText node={node} />,
        },
        {
          name: t('facts.lastRun'),
          value: lastRun && (
            <>
              {t(`runs.state.${lastRun.state}`)}
              {', '}
              <Since time={lastRun.at} />
            </>
          ),
        },
        {
          name: t('facts.quality'),
          value:
            quality &&
            t('facts.qualityValue', {
              passed: String(quality.total - quality.failed),
              total: String(quality.total),
            }),
        },
        {
          name: t('facts.environments'),
          value: summary.environments?.join(', '),
        },
        {
          name: t('facts.foldedNames'),
          value:
            summary.foldedNames !== undefined &&
            t('facts.foldedNamesValue', { count: summary.foldedNames }),
        },
        {
          name: t('facts.dropped'),
          value: summary.droppedAt && <Since time={summary.droppedAt} />,
        },
        {
          name: t('facts.lastSeen'),
          value: summary.lastSeen && <Since time={summary.lastSeen} />,
        },
        {
          name: t('facts.firstSeen'),
          value: summary.firstSeen && <Since time={summary.firstSeen} />,
        },
      ]}
    />
  );
}
