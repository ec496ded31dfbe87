/** The policy of the tests: one gate, one approval, aliases per market. */
export const POLICY = `
apiVersion: understudy.dev/v1alpha1
kind: PromotionPolicy
metadata: {name: standard}
spec:
  stages:
    - name: staging
      kind: test
    - name: production
      kind: serve
      order: 1
      gates:
        - id: auc
          type: metric
          with: {metric: roc_auc, op: '>=', value: 0.9, dataset: holdout}
      approvals:
        - id: owner
          from: {relation: owner}
          fallback: {groups: [model-risk]}
      steps:
        - id: alias
          uses: registry:set-alias
          with:
            aliases:
              - {keys: [], template: champion}
              - {keys: [market], template: 'champion-{market}'}
`;
