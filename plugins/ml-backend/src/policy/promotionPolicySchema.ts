/**
 * The JSON Schema (draft 2020-12) of a promotion policy. It describes more
 * than can be run: `unsupportedFeatures` refuses what is not supported yet.
 */
export const promotionPolicySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://understudy.dev/schemas/promotion-policy/v1alpha1.json',
  title: 'PromotionPolicy',
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  properties: {
    apiVersion: {
      const: 'understudy.dev/v1alpha1',
    },
    kind: {
      const: 'PromotionPolicy',
    },
    metadata: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: {
        name: {
          $ref: '#/$defs/name',
        },
        title: {
          type: 'string',
        },
        description: {
          type: 'string',
        },
        owner: {
          $ref: '#/$defs/entityRef',
        },
        labels: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
        },
      },
    },
    spec: {
      type: 'object',
      additionalProperties: false,
      required: ['stages'],
      properties: {
        appliesTo: {
          $ref: '#/$defs/selector',
        },
        priority: {
          type: 'integer',
          default: 0,
        },
        mode: {
          enum: ['enforce', 'warn', 'dryRun'],
          default: 'enforce',
        },
        stages: {
          type: 'array',
          minItems: 1,
          items: {
            $ref: '#/$defs/stage',
          },
        },
        calendars: {
          type: 'array',
          items: {
            $ref: '#/$defs/window',
          },
        },
        approvalDefaults: {
          $ref: '#/$defs/approvalSettings',
        },
        breakGlass: {
          $ref: '#/$defs/breakGlass',
        },
        rollback: {
          $ref: '#/$defs/rollback',
        },
        contractOverrides: {
          type: 'array',
          maxItems: 100,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['ruleId', 'severity', 'reason'],
            properties: {
              ruleId: {
                type: 'string',
                pattern: '^[A-Z][A-Z0-9_]+$',
              },
              severity: {
                enum: ['error', 'warning', 'info', 'off'],
              },
              ports: {
                type: 'array',
                minItems: 1,
                maxItems: 100,
                items: {
                  type: 'string',
                },
              },
              entities: {
                type: 'array',
                minItems: 1,
                maxItems: 100,
                items: {
                  type: 'string',
                  pattern: '^[a-z][a-z0-9-]*:[a-z0-9._-]+/[a-z0-9._-]+$',
                },
                description:
                  'Entity refs in full and in lower case, such as `model:default/fraud-score`',
              },
              environments: {
                type: 'array',
                minItems: 1,
                maxItems: 100,
                items: {
                  type: 'string',
                },
              },
              reason: {
                type: 'string',
                minLength: 10,
                maxLength: 1000,
              },
            },
          },
        },
      },
    },
  },
  $defs: {
    name: {
      type: 'string',
      pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
    },
    entityRef: {
      type: 'string',
      pattern: '^([a-z][a-z0-9-]*:)?([A-Za-z0-9._-]+/)?[A-Za-z0-9._-]+$',
    },
    duration: {
      type: 'string',
      pattern:
        '^(P(?=.)(\\d+W|(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?)|\\d+[smhdw])$',
    },
    selector: {
      type: 'object',
      additionalProperties: false,
      properties: {
        entities: {
          type: 'array',
          items: {
            $ref: '#/$defs/entityRef',
          },
        },
        kinds: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        owners: {
          type: 'array',
          items: {
            $ref: '#/$defs/entityRef',
          },
        },
        riskTiers: {
          type: 'array',
          items: {
            $ref: '#/$defs/name',
          },
        },
        labels: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
        },
        expression: {
          type: 'string',
          description: 'CEL returning bool over `entity`',
        },
      },
    },
    stage: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'kind'],
      properties: {
        name: {
          $ref: '#/$defs/name',
        },
        environment: {
          type: 'string',
        },
        order: {
          type: 'integer',
        },
        kind: {
          enum: ['build', 'test', 'shadow', 'canary', 'serve', 'terminal'],
        },
        slot: {
          enum: ['champion', 'challenger', 'shadow', 'canary', 'none'],
          default: 'none',
        },
        exclusive: {
          type: 'boolean',
          description: 'at most one version per model in this stage',
        },
        from: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['stage'],
            properties: {
              stage: {
                $ref: '#/$defs/name',
              },
              soak: {
                $ref: '#/$defs/duration',
              },
              verified: {
                type: 'boolean',
                default: true,
              },
            },
          },
        },
        fromMode: {
          enum: ['any', 'all'],
          default: 'any',
        },
        autoPromote: {
          type: 'object',
          additionalProperties: false,
          properties: {
            enabled: {
              type: 'boolean',
            },
            select: {
              enum: ['newest', 'match-upstream'],
            },
          },
        },
        gates: {
          type: 'array',
          items: {
            $ref: '#/$defs/gate',
          },
        },
        approvals: {
          type: 'array',
          items: {
            $ref: '#/$defs/approval',
          },
        },
        steps: {
          type: 'array',
          items: {
            $ref: '#/$defs/step',
          },
        },
        verify: {
          type: 'array',
          items: {
            $ref: '#/$defs/gate',
          },
          description: 'evaluated after execution; failure triggers onFailure',
        },
        onFailure: {
          enum: ['rollback', 'hold', 'none'],
          default: 'hold',
        },
        concurrency: {
          type: 'object',
          additionalProperties: false,
          properties: {
            max: {
              type: 'integer',
              minimum: 1,
            },
            group: {
              type: 'string',
            },
            whenBusy: {
              enum: ['queue', 'reject', 'supersede'],
            },
          },
        },
        timeouts: {
          type: 'object',
          additionalProperties: false,
          properties: {
            evaluate: {
              $ref: '#/$defs/duration',
            },
            approve: {
              $ref: '#/$defs/duration',
            },
            execute: {
              $ref: '#/$defs/duration',
            },
            verify: {
              $ref: '#/$defs/duration',
            },
          },
        },
      },
    },
    gate: {
      type: 'object',
      required: ['id', 'type'],
      properties: {
        id: {
          $ref: '#/$defs/name',
        },
        type: {
          enum: [
            'scorecard',
            'metric',
            'contract',
            'lineage',
            'dataPolicy',
            'freeze',
            'capacity',
            'incidents',
            'risks',
            'errorBudget',
            'drift',
            'dataQuality',
            'soak',
            'artifact',
            'documentation',
            'rolloutMilestone',
            'signal',
            'external',
            'expression',
          ],
        },
        enforcement: {
          enum: ['block', 'warn', 'info'],
          default: 'block',
        },
        description: {
          type: 'string',
        },
        maxEvidenceAge: {
          $ref: '#/$defs/duration',
        },
        onUnknown: {
          enum: ['fail', 'warn', 'pass', 'retry'],
          default: 'fail',
        },
        when: {
          type: 'string',
          description: 'CEL; gate is `skipped` when false',
        },
        overridable: {
          type: 'boolean',
          default: true,
        },
        with: {
          type: 'object',
        },
      },
      allOf: [
        {
          if: {
            properties: {
              type: {
                const: 'metric',
              },
            },
          },
          then: {
            required: ['with'],
            properties: {
              with: {
                $ref: '#/$defs/metricGate',
              },
            },
          },
        },
        {
          if: {
            properties: {
              type: {
                const: 'scorecard',
              },
            },
          },
          then: {
            required: ['with'],
            properties: {
              with: {
                type: 'object',
                required: ['level'],
                properties: {
                  scorecard: {
                    type: 'string',
                  },
                  level: {
                    enum: ['bronze', 'silver', 'gold'],
                  },
                  minScore: {
                    type: 'number',
                    minimum: 0,
                    maximum: 100,
                  },
                  requiredChecks: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
        },
        {
          if: {
            properties: {
              type: {
                const: 'contract',
              },
            },
          },
          then: {
            properties: {
              with: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  mode: {
                    enum: [
                      'NONE',
                      'BACKWARD',
                      'FORWARD',
                      'FULL',
                      'BACKWARD_TRANSITIVE',
                      'FORWARD_TRANSITIVE',
                      'FULL_TRANSITIVE',
                      'BY_PORT',
                    ],
                  },
                  profile: {
                    enum: [
                      'strict',
                      'default',
                      'avro',
                      'mlflow',
                      'oip',
                      'jsonschema-strict',
                      'jsonschema-lenient',
                      'sql',
                    ],
                  },
                  consumers: {
                    enum: ['declared', 'declared+implied', 'none'],
                  },
                  allowWarnings: {
                    type: 'boolean',
                  },
                },
              },
            },
          },
        },
        {
          if: {
            properties: {
              type: {
                const: 'artifact',
              },
            },
          },
          then: {
            properties: {
              with: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  requireSignature: {
                    type: 'boolean',
                    default: false,
                  },
                  requireVerifiedSignature: {
                    type: 'boolean',
                    default: false,
                    description:
                      'Signatures by keys of `ml.signatures.keys` are about the digest of the version, or about all of its files',
                  },
                  requireSbom: {
                    type: 'boolean',
                    default: false,
                  },
                  maxCriticalCves: {
                    type: 'integer',
                    minimum: 0,
                    description: 'Of the label `critical-cves` of the version',
                  },
                },
              },
            },
          },
        },
        {
          if: {
            properties: {
              type: {
                const: 'signal',
              },
            },
          },
          then: {
            required: ['with'],
            properties: {
              with: {
                $ref: '#/$defs/signalGate',
              },
            },
          },
        },
        {
          if: {
            properties: {
              type: {
                const: 'expression',
              },
            },
          },
          then: {
            required: ['with'],
            properties: {
              with: {
                type: 'object',
                required: ['cel'],
                properties: {
                  cel: {
                    type: 'string',
                    maxLength: 4000,
                  },
                  message: {
                    type: 'string',
                  },
                },
              },
            },
          },
        },
      ],
    },
    metricGate: {
      type: 'object',
      additionalProperties: false,
      required: ['metric', 'op'],
      properties: {
        metric: {
          type: 'string',
        },
        dataset: {
          type: 'string',
        },
        slice: {
          type: 'object',
          additionalProperties: {
            type: 'string',
          },
        },
        everySliceOf: {
          type: 'string',
          minLength: 1,
          maxLength: 250,
        },
        direction: {
          enum: ['higher-is-better', 'lower-is-better'],
        },
        op: {
          enum: ['>', '>=', '<', '<=', '==', 'between'],
        },
        value: {
          type: 'number',
        },
        high: {
          type: 'number',
        },
        relativeTo: {
          enum: ['champion', 'previous', 'baseline'],
        },
        tolerance: {
          type: 'object',
          additionalProperties: false,
          properties: {
            absolute: {
              type: 'number',
              minimum: 0,
            },
            percent: {
              type: 'number',
              minimum: 0,
            },
          },
        },
        minSamples: {
          type: 'integer',
          minimum: 1,
        },
        significance: {
          type: 'object',
          additionalProperties: false,
          required: ['test'],
          properties: {
            test: {
              enum: ['ci-bound', 'two-proportion-z', 'paired-bootstrap'],
            },
            alpha: {
              type: 'number',
              minimum: 0.0001,
              maximum: 0.5,
            },
          },
        },
        sameDatasetDigest: {
          type: 'boolean',
          default: true,
        },
        whenNoChampion: {
          enum: ['pass', 'fail', 'absolute-only'],
          default: 'absolute-only',
        },
        split: {
          type: 'string',
          description: 'The split of the dataset the metric was measured on',
        },
      },
      anyOf: [
        {
          required: ['value'],
        },
        {
          required: ['relativeTo'],
        },
      ],
    },
    signalGate: {
      type: 'object',
      additionalProperties: false,
      required: ['source', 'success'],
      properties: {
        source: {
          type: 'string',
        },
        query: {
          type: 'string',
        },
        interval: {
          $ref: '#/$defs/duration',
        },
        count: {
          type: 'integer',
          minimum: 1,
        },
        initialDelay: {
          $ref: '#/$defs/duration',
        },
        success: {
          type: 'string',
        },
        failure: {
          type: 'string',
        },
        failureLimit: {
          type: 'integer',
          minimum: 0,
          default: 0,
        },
        inconclusiveLimit: {
          type: 'integer',
          minimum: 0,
          default: 0,
        },
        consecutiveErrorLimit: {
          type: 'integer',
          minimum: 0,
          default: 4,
        },
        consecutiveSuccessLimit: {
          type: 'integer',
          minimum: 0,
        },
      },
    },
    approvalSettings: {
      type: 'object',
      additionalProperties: false,
      properties: {
        expiresAfter: {
          $ref: '#/$defs/duration',
        },
        remindEvery: {
          $ref: '#/$defs/duration',
        },
        escalateAfter: {
          $ref: '#/$defs/duration',
        },
        invalidateOn: {
          type: 'array',
          uniqueItems: true,
          items: {
            enum: [
              'artifact',
              'contract',
              'policy',
              'targetStage',
              'trafficPlan',
              'gateRegression',
              'championChange',
              'consumerAdded',
              'riskRaised',
              'scheduleMoved',
              'approverLeftGroup',
            ],
          },
        },
        requireComment: {
          type: 'boolean',
        },
        allowDelegation: {
          type: 'boolean',
          default: true,
        },
        reauthenticate: {
          $ref: '#/$defs/duration',
        },
      },
    },
    approval: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'from'],
      properties: {
        id: {
          $ref: '#/$defs/name',
        },
        title: {
          type: 'string',
        },
        from: {
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          properties: {
            groups: {
              type: 'array',
              items: {
                $ref: '#/$defs/entityRef',
              },
            },
            users: {
              type: 'array',
              items: {
                $ref: '#/$defs/entityRef',
              },
            },
            relation: {
              enum: [
                'owner',
                'consumerOwners',
                'dataOwners',
                'systemOwner',
                'domainOwner',
                'rolloutSponsor',
              ],
            },
          },
        },
        quorum: {
          oneOf: [
            {
              type: 'integer',
              minimum: 1,
            },
            {
              enum: ['all', 'majority', 'one-per-group', 'one-per-consumer'],
            },
          ],
          default: 1,
        },
        separation: {
          type: 'array',
          uniqueItems: true,
          items: {
            enum: [
              'not-requester',
              'not-author',
              'not-trainer',
              'not-same-team',
              'distinct-across-approvals',
              'not-gate-overrider',
            ],
          },
          default: ['not-requester'],
        },
        veto: {
          type: 'boolean',
          default: true,
        },
        order: {
          type: 'integer',
          default: 0,
        },
        when: {
          type: 'string',
        },
        settings: {
          $ref: '#/$defs/approvalSettings',
        },
        fallback: {
          type: 'object',
          additionalProperties: false,
          required: ['groups'],
          properties: {
            groups: {
              type: 'array',
              minItems: 1,
              items: {
                $ref: '#/$defs/entityRef',
              },
            },
          },
          description: 'Who decides when too few of `from` are eligible',
        },
      },
    },
    step: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'uses'],
      properties: {
        id: {
          $ref: '#/$defs/name',
        },
        uses: {
          type: 'string',
        },
        with: {
          type: 'object',
        },
        if: {
          type: 'string',
        },
        continueOnError: {
          type: 'boolean',
        },
        retry: {
          type: 'object',
          additionalProperties: false,
          properties: {
            max: {
              type: 'integer',
              minimum: 0,
            },
            backoff: {
              $ref: '#/$defs/duration',
            },
            timeout: {
              $ref: '#/$defs/duration',
            },
          },
        },
        compensate: {
          type: 'object',
          description: 'step run on rollback/abort, same shape',
        },
      },
      allOf: [
        {
          if: {
            properties: {
              uses: {
                const: 'registry:set-alias',
              },
            },
          },
          then: {
            required: ['with'],
            properties: {
              with: {
                $ref: '#/$defs/aliasStep',
              },
            },
          },
        },
      ],
    },
    window: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'effect'],
      properties: {
        name: {
          $ref: '#/$defs/name',
        },
        effect: {
          enum: ['allow', 'deny'],
        },
        dtstart: {
          type: 'string',
        },
        dtend: {
          type: 'string',
        },
        duration: {
          $ref: '#/$defs/duration',
        },
        timezone: {
          type: 'string',
        },
        rrule: {
          type: 'string',
        },
        exdates: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        icsUrl: {
          type: 'string',
          format: 'uri',
        },
        stages: {
          type: 'array',
          items: {
            $ref: '#/$defs/name',
          },
        },
        riskTiers: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        exemptRollback: {
          type: 'boolean',
          default: true,
        },
        reason: {
          type: 'string',
        },
      },
      oneOf: [
        {
          required: ['dtstart'],
        },
        {
          required: ['icsUrl'],
        },
      ],
    },
    breakGlass: {
      type: 'object',
      additionalProperties: false,
      required: ['allowed'],
      properties: {
        allowed: {
          type: 'boolean',
        },
        groups: {
          type: 'array',
          items: {
            $ref: '#/$defs/entityRef',
          },
        },
        minReason: {
          type: 'integer',
          default: 40,
        },
        requireIncident: {
          type: 'boolean',
          default: true,
        },
        secondPerson: {
          type: 'boolean',
          default: true,
        },
        reviewWithin: {
          $ref: '#/$defs/duration',
        },
        neverBypass: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        validFor: {
          $ref: '#/$defs/duration',
        },
      },
    },
    rollback: {
      type: 'object',
      additionalProperties: false,
      properties: {
        auto: {
          type: 'boolean',
        },
        triggers: {
          type: 'array',
          items: {
            $ref: '#/$defs/gate',
          },
        },
        target: {
          enum: ['previous-champion', 'last-verified', 'pinned'],
        },
        keepWarm: {
          $ref: '#/$defs/duration',
        },
        gates: {
          type: 'array',
          items: {
            type: 'string',
          },
        },
        approvals: {
          enum: ['none', 'one-owner', 'same-as-stage'],
        },
        cooldown: {
          $ref: '#/$defs/duration',
        },
        blockVersion: {
          type: 'boolean',
          default: true,
        },
      },
    },
    aliasStep: {
      type: 'object',
      additionalProperties: false,
      required: ['aliases'],
      properties: {
        aliases: {
          type: 'array',
          minItems: 1,
          maxItems: 50,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['keys', 'template'],
            properties: {
              environment: {
                type: 'string',
              },
              keys: {
                type: 'array',
                uniqueItems: true,
                items: {
                  type: 'string',
                  pattern: '^[a-z][a-z0-9_-]{0,62}$',
                },
                description:
                  'The keys a segment must have, and no others; none for the whole segment',
              },
              template: {
                type: 'string',
                minLength: 1,
                maxLength: 200,
                description: 'The alias, with `{key}` for the value of a key',
              },
            },
          },
        },
      },
    },
  },
} as const;
