"""Tells malignant tumours from benign ones."""

import mlflow
from mlflow import MlflowClient
from mlflow.models import infer_signature
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

NAME = "tumour-kind"

features, is_benign = load_breast_cancer(return_X_y=True, as_frame=True)
train_x, test_x, train_y, test_y = train_test_split(features, is_benign, random_state=0)

mlflow.set_experiment(NAME)
with mlflow.start_run() as run:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1))
    model.fit(train_x, train_y)
    auc = roc_auc_score(test_y, model.predict_proba(test_x)[:, 1])
    mlflow.log_param("C", 0.1)
    mlflow.log_metric("roc_auc", auc)
    mlflow.sklearn.log_model(
        model, "model", signature=infer_signature(test_x, model.predict(test_x))
    )

version = mlflow.register_model(f"runs:/{run.info.run_id}/model", NAME)

client = MlflowClient()
client.set_model_version_tag(NAME, version.version, "data", "breast-cancer")
client.set_registered_model_alias(NAME, "candidate", version.version)

for found in client.search_model_versions(f"name = '{NAME}' AND tags.data = 'breast-cancer'"):
    print(f"Found version {found.version} of {found.name}")

candidate = mlflow.pyfunc.load_model(f"models:/{NAME}@candidate")
right = (candidate.predict(test_x) == test_y).mean()
number = client.get_model_version_by_alias(NAME, "candidate").version
print(f"The candidate, version {number}, is right {right:.0%} of the time, roc_auc {auc:.3f}")
