import {
  AuditorService,
  AuthService,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import express from 'express';
import { Knex } from 'knex';
import { EvidenceService } from '../evidence/EvidenceService';
import { readRiskTiers } from '../evidence/readRiskTiers';
import { ModelAccess } from '../models/ModelAccess';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { AuthorizedCardService } from './AuthorizedCardService';
import { CardService } from './CardService';
import { createCardRouter } from './createCardRouter';

/** Cards of models: read, imported, exported and reviewed. */
export function createCards(deps: {
  access: ModelAccess;
  auditor: AuditorService;
  auth: AuthService;
  config: Config;
  httpAuth: HttpAuthService;
  knex: Knex;
  subjects: SubjectStore;
  userInfo: UserInfoService;
  versions: VersionStore;
  now?: () => Date;
}): { router: express.Router } {
  const { now = () => new Date() } = deps;
  const cards = new CardService({
    ...deps,
    evidence: EvidenceService.fromConfig(deps.config, { ...deps, now }),
    now,
    riskTiers: readRiskTiers(deps.config),
  });
  return {
    router: createCardRouter({
      ...deps,
      cards: new AuthorizedCardService({ ...deps, cards }),
    }),
  };
}
