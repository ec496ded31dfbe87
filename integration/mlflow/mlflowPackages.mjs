/** What the checks need of PyPI; pinned, so that a release there cannot turn them red. */
export const mlflowPackages = ['mlflow==3.17.2', 'scikit-learn==1.9.1'];

/**
 * The last MLflow 2. It allows a SQLAlchemy that it does not work with, and shares too little with
 * MLflow 3 to stand in one environment with it.
 */
export const mlflow2Packages = ['mlflow==2.22.5', 'sqlalchemy<2.1'];
export const MLFLOW_2_ENVIRONMENT = 'venv-mlflow2';
