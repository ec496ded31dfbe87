/** What the checks need of PyPI; pinned, so that a release there cannot turn them red. */
export const mlflowPackages = ['mlflow==3.17.2', 'scikit-learn==1.9.1'];
