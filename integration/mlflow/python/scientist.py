"""What a data scientist does all day: trains a model, registers it, gives it an
alias, finds it again, loads it and predicts. It says nothing of where the
registry is; that is in the environment:

    MLFLOW_TRACKING_URI=http://127.0.0.1:5000
    MLFLOW_REGISTRY_URI=https://portal.example/api/ml/mlflow
    MLFLOW_TRACKING_TOKEN=...
    python scientist.py "Parcel damage"

The last line it prints is a JSON document that says what came of it.
"""

import json
import logging
import os
import sys
import warnings

import mlflow
import mlflow.sklearn
from mlflow import MlflowClient
from mlflow.models import infer_signature
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression


def main():
    name = sys.argv[1]
    os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] = "false"
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore")

    features, labels = make_classification(n_samples=200, random_state=7)
    mlflow.set_experiment(name)
    for strength in (0.1, 1.0):
        with mlflow.start_run():
            model = LogisticRegression(C=strength, max_iter=500).fit(features, labels)
            mlflow.log_param("C", strength)
            mlflow.log_metric("accuracy", model.score(features, labels))
            info = mlflow.sklearn.log_model(
                model,
                "model",
                signature=infer_signature(features, model.predict(features)),
                pip_requirements=["scikit-learn"],
            )
        registered = mlflow.register_model(info.model_uri, name, tags={"C": str(strength)})

    client = MlflowClient()
    client.update_model_version(name, registered.version, "The less regular one")
    client.set_registered_model_alias(name, "candidate", registered.version)
    found = client.search_model_versions(f"name = '{name}' AND tags.C = '1.0'")
    by_alias = client.get_model_version_by_alias(name, "candidate")
    loaded = mlflow.sklearn.load_model(f"models:/{name}@candidate")
    by_number = mlflow.pyfunc.load_model(f"models:/{name}/1")
    print(
        json.dumps(
            {
                "mlflow": mlflow.__version__,
                "version": str(registered.version),
                "run": info.run_id,
                "found": [str(version.version) for version in found],
                "alias": str(by_alias.version),
                "user": by_alias.user_id,
                "same": bool((loaded.predict(features) == model.predict(features)).all()),
                "predicted": len(by_number.predict(features)),
            }
        )
    )


if __name__ == "__main__":
    main()
