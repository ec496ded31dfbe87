import { AuditorService } from '@backstage/backend-plugin-api';
import { AliasDriftStore } from '../aliases/drift/AliasDriftStore';
import { DatabaseAssignmentStore } from '../assignments/DatabaseAssignmentStore';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { ModelAccess } from '../models/ModelAccess';
import { DatabaseOutbox } from '../outbox/DatabaseOutbox';
import { PolicyService } from '../policy/PolicyService';
import { WantedMetric } from '../evidence/read/readMeasurements';
import { Measurement } from './gates/metric/Measurement';
import { ContractFactsRequest } from '../contracts/gate/ContractFactsRequest';
import { ContractFacts } from './gates/contractGate';
import { ArtifactReader } from './gates/facts/ArtifactReader';
import { ReferenceReader } from './gates/facts/ReferenceReader';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { GroupMembers } from './GroupMembers';
import { PromotionStore } from './PromotionStore';
import { RegistryRecordReader } from './RegistryRecordReader';

/** What the services of this feature share. */
export interface PromotionDeps {
  auditor: AuditorService;
  store: PromotionStore;
  assignments: DatabaseAssignmentStore;
  drifts: AliasDriftStore;
  ledger: DatabaseLedger;
  outbox: DatabaseOutbox;
  policies: PolicyService;
  models: ModelAccess;
  subjects: SubjectStore;
  versions: VersionStore;
  /** What evaluations say of metrics of versions, by the version's id. */
  readMeasurements: (
    versionIds: readonly string[],
    wanted: readonly WantedMetric[],
  ) => Promise<Map<string, Measurement[]>>;
  /** What is known of contracts of versions, in the order of the questions. */
  readContractFacts: (
    requests: readonly ContractFactsRequest[],
  ) => Promise<ContractFacts[]>;
  references: ReferenceReader;
  artifacts: ArtifactReader;
  records: RegistryRecordReader;
  members: GroupMembers;
  now: () => Date;
  /** Called after a commit that leaves work for the workers. */
  wake: () => void;
}
