import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AuthorizedContractService } from '../contracts/AuthorizedContractService';
import { readCheckRequest } from '../contracts/contractRequests';

/** What an agent is told; an answer that does not fit a window helps nobody. */
const MAX_FINDINGS = 50;
const MAX_CONSUMERS = 50;

/** Lets agents ask what a change of a contract breaks. It changes nothing. */
export function createCheckContractAction(options: {
  actionsRegistry: ActionsRegistryService;
  contracts: AuthorizedContractService;
}): void {
  const { actionsRegistry, contracts } = options;
  actionsRegistry.register({
    name: 'check-contract',
    title: 'Check a contract',
    description:
      'Tells what a proposed contract of a model, feature view or dataset breaks: against its versions before, and for each consumer that you may see, with what to do and which owners to tell. Changes nothing.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          subject: z
            .string()
            .min(1)
            .max(250)
            .describe('Entity ref, such as featureview:default/card-activity.'),
          contract: z
            .record(z.unknown())
            .describe('An InterfaceContract with the role provider.'),
          environment: z.string().min(1).max(64).optional(),
        }),
      output: z =>
        z.object({
          verdict: z.string(),
          requiredBump: z
            .string()
            .optional()
            .describe('Which part of the version has to grow.'),
          findings: z
            .array(
              z.object({
                ruleId: z.string(),
                severity: z.string(),
                field: z.string(),
                message: z.string(),
                remediation: z.string(),
                waivedUntil: z
                  .string()
                  .optional()
                  .describe('Its owner accepts it until then.'),
              }),
            )
            .describe('Against the versions before; at most 50.'),
          consumers: z
            .array(
              z.object({
                consumer: z.string(),
                owner: z.string().optional(),
                verdict: z.string(),
                use: z.string(),
                problems: z.array(z.string()),
              }),
            )
            .describe('Those that are hit first; at most 50.'),
          complete: z
            .boolean()
            .describe('False where there may be consumers that are not named.'),
          tell: z.array(
            z.object({ owner: z.string(), consumers: z.array(z.string()) }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const check = await contracts.check(readCheckRequest(input), {
        credentials,
      });
      const consumers = check.consumers.slice(0, MAX_CONSUMERS);
      return {
        output: {
          verdict: check.verdict,
          requiredBump: check.report?.requiredBump,
          findings: [...(check.report?.findings ?? []), ...check.lint]
            .slice(0, MAX_FINDINGS)
            .map(
              ({ ruleId, severity, path, message, remediation, waiver }) => ({
                ruleId,
                severity,
                field: path,
                message,
                remediation,
                waivedUntil: waiver?.until,
              }),
            ),
          consumers: consumers.map(
            ({ consumer, owner, verdict, use, findings }) => ({
              consumer,
              owner,
              verdict,
              use,
              problems: findings
                .filter(({ severity }) => severity !== 'info')
                .slice(0, 5)
                .map(({ message, waiver }) =>
                  waiver ? `Waived until ${waiver.until}: ${message}` : message,
                ),
            }),
          ),
          complete:
            check.complete && consumers.length === check.consumers.length,
          tell: check.tell,
        },
      };
    },
  });
}
