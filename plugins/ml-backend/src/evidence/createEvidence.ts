import {
  AuditorService,
  AuthService,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import express from 'express';
import { Knex } from 'knex';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess } from '../models/ModelAccess';
import { PolicyService } from '../policy/PolicyService';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { AuthorizedEvidenceService } from './AuthorizedEvidenceService';
import { createEvidenceRouter } from './createEvidenceRouter';
import { EvidenceService } from './EvidenceService';
import { VersionDeletion } from './tombstones/VersionDeletion';

/** Evidence on versions, and their deletion. */
export function createEvidence(deps: {
  access: ModelAccess;
  auditor: AuditorService;
  auth: AuthService;
  config: Config;
  httpAuth: HttpAuthService;
  knex: Knex;
  permissions: PermissionsService;
  policies: Pick<PolicyService, 'findEffective'>;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  versions: VersionStore;
  now?: () => Date;
}): { router: express.Router } {
  const { now = () => new Date() } = deps;
  return {
    router: createEvidenceRouter({
      ...deps,
      evidence: new AuthorizedEvidenceService({
        ...deps,
        deletion: new VersionDeletion({ ...deps, now }),
        evidence: EvidenceService.fromConfig(deps.config, { ...deps, now }),
        history: new HistoryAccess({ ...deps, models: deps.access }),
      }),
    }),
  };
}
