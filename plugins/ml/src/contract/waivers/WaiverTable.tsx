import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  ContractWaiver,
  ContractWaiverChoice,
} from '@understudy/plugin-ml-common';
import { DataTable } from '../../pieces/DataTable';
import { OwnerChip } from '../../pieces/OwnerChip';
import { Since } from '../../pieces/Since';
import { Tag } from '../../pieces/Tag';
import { ActorName } from '../../pieces/ActorName';
import { RuleName } from '../findings/RuleName';
import { contractTranslationRef } from '../translation';
import { untilText } from './untilText';
import { placeOf } from './waivableFindings';
import { WaiverSteps } from './WaiverSteps';

const useStyles = makeStyles(theme => ({
  field: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
  reason: { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  whole: { whiteSpace: 'nowrap' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Waivers with who asked, who decided, and what the reader may do about them. */
export function WaiverTable(props: {
  label: string;
  waivers: ContractWaiver[];
  onChoose: (waiver: ContractWaiver, choice: ContractWaiverChoice) => void;
}) {
  const { label, waivers, onChoose } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  return (
    <DataTable
      label={label}
      rows={waivers}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'what',
          title: t('contract.waivers.column.what'),
          render: waiver => (
            <>
              <div className={classes.field}>
                {placeOf(waiver) || t('contract.waivers.whole')}
              </div>
              <div>
                <RuleName id={waiver.ruleId} />
              </div>
              <Tag strong={waiver.state === 'in-force'}>
                {t(`contract.waivers.state.${waiver.state}`)}
              </Tag>
            </>
          ),
        },
        {
          id: 'whom',
          title: t('contract.waivers.column.whom'),
          render: ({ consumer, decider }) => (
            <>
              {consumer ? (
                <EntityRefLink entityRef={consumer} hideIcon />
              ) : (
                t('contract.waivers.versions')
              )}
              <div>
                {t('contract.waivers.table.decider')}{' '}
                {decider ? (
                  <OwnerChip owner={decider} />
                ) : (
                  t('contract.waivers.noDecider')
                )}
              </div>
            </>
          ),
        },
        {
          id: 'until',
          title: t('contract.waivers.column.until'),
          render: ({ until }) => (
            <span className={classes.whole}>{untilText(until)}</span>
          ),
        },
        {
          id: 'asked',
          title: t('contract.waivers.column.asked'),
          minWidth: 180,
          render: ({ askedBy, askedAt, reason }) => (
            <>
              <ActorName actor={askedBy} />
              {' · '}
              <Since time={askedAt} />
              <div className={classes.reason}>{reason}</div>
            </>
          ),
        },
        {
          id: 'decided',
          title: t('contract.waivers.column.decided'),
          minWidth: 140,
          render: waiver => <WaiverSteps waiver={waiver} />,
        },
        {
          id: 'action',
          title: t('contract.waivers.column.action'),
          control: true,
          render: waiver => (
            <div className={classes.actions}>
              {choicesOf(waiver).map(choice => (
                <Button
                  key={choice}
                  className={classes.whole}
                  size="small"
                  variant="outlined"
                  aria-label={t(`contract.waivers.chooseNamed.${choice}`, {
                    what: placeOf(waiver) || t('contract.waivers.whole'),
                  })}
                  onClick={() => onChoose(waiver, choice)}
                >
                  {t(`contract.waivers.choose.${choice}`)}
                </Button>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}

/** Whoever can refuse has no use for taking back. */
function choicesOf({ may }: ContractWaiver): ContractWaiverChoice[] {
  return may.includes('refuse')
    ? may.filter(choice => choice !== 'revoke')
    : may;
}
