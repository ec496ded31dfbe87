"""Trains small scikit-learn models and registers them in a running MLflow
server, the way a data scientist would: with the mlflow client and nothing else.

    python train.py --tracking-uri http://127.0.0.1:5000

The last line it prints is a JSON document that says what was registered, for
the checks that follow.
"""

import argparse
import json
import logging
import os
import warnings

import mlflow
import mlflow.sklearn
import pandas as pd
from mlflow import MlflowClient
from mlflow.models import infer_signature
from sklearn.datasets import load_diabetes, make_classification
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, mean_absolute_error, roc_auc_score
from sklearn.model_selection import train_test_split

STORES = 12
NIGHTS = 25
UGLY_NAME = "Süß & sauer (Prüfung) v2!!"
LONG_NAME = "long-" + "x" * 195


def classification_data():
    values, labels = make_classification(
        n_samples=1200, n_features=6, n_informative=4, class_sep=0.9, random_state=7
    )
    frame = pd.DataFrame(values, columns=[f"signal_{i}" for i in range(6)])
    return train_test_split(frame, labels, test_size=0.4, random_state=7)


def register_fraud_versions(client):
    """Three versions; the second has no evaluation on the holdout."""
    mlflow.set_experiment("card-fraud")
    train_x, test_x, train_y, test_y = classification_data()
    holdout = mlflow.data.from_pandas(
        test_x.assign(label=test_y), name="card-fraud-holdout", targets="label"
    )
    versions = []
    for strength, evaluated in ((0.01, True), (0.1, False), (1.0, True)):
        with mlflow.start_run(run_name=f"c={strength}"):
            model = LogisticRegression(C=strength, max_iter=500).fit(train_x, train_y)
            scores = model.predict_proba(test_x)[:, 1]
            mlflow.log_params({"C": strength, "max_iter": 500})
            mlflow.log_input(holdout, context="test")
            info = mlflow.sklearn.log_model(
                model,
                name="model",
                signature=infer_signature(train_x, model.predict(train_x)),
                pip_requirements=["scikit-learn"],
            )
            if evaluated:
                mlflow.log_metrics(
                    {
                        "roc_auc": roc_auc_score(test_y, scores),
                        "accuracy": accuracy_score(test_y, scores > 0.5),
                    },
                    dataset=holdout,
                    model_id=info.model_id,
                )
            registered = mlflow.register_model(info.model_uri, "card-fraud")
            versions.append(registered.version)
    client.update_registered_model("card-fraud", "Scores card payments for fraud.")
    client.set_registered_model_tag("card-fraud", "owner", "payments-fraud")
    client.set_registered_model_tag("card-fraud", "type", "classifier")
    client.set_model_version_tag("card-fraud", versions[0], "data", "2026-09")
    client.set_registered_model_alias("card-fraud", "champion", versions[0])
    client.set_registered_model_alias("card-fraud", "challenger", versions[2])
    return versions


def register_regressor(client):
    mlflow.set_experiment("refund-size")
    data = load_diabetes(as_frame=True)
    train_x, test_x, train_y, test_y = train_test_split(
        data.data, data.target, random_state=7
    )
    with mlflow.start_run():
        model = Ridge().fit(train_x, train_y)
        info = mlflow.sklearn.log_model(
            model,
            name="model",
            signature=infer_signature(train_x, model.predict(train_x)),
            pip_requirements=["scikit-learn"],
        )
        mlflow.log_metric(
            "mae", mean_absolute_error(test_y, model.predict(test_x)),
            model_id=info.model_id,
        )
    mlflow.register_model(info.model_uri, "refund_size")
    client.set_registered_model_tag("refund_size", "owner", "no such team!")
    client.set_registered_model_tag("refund_size", "type", "regressor")
    return info.model_uri


def register_many(client, model_uri):
    """Names and numbers that make an importer stumble."""
    for name in (UGLY_NAME, LONG_NAME):
        mlflow.register_model(model_uri, name)
    for store in range(1, STORES + 1):
        name = f"demand_store_{store:04d}"
        mlflow.register_model(model_uri, name)
        client.set_registered_model_tag(name, "owner", "forecasting")
    for night in range(NIGHTS):
        mlflow.register_model(
            model_uri, "nightly-eta", tags={"night": str(night + 1)}
        )
    client.set_registered_model_tag("nightly-eta", "owner", "forecasting")
    client.set_registered_model_tag("nightly-eta", "type", "regressor")


def register_prompt(client):
    client.register_prompt(
        name="help-answer",
        template="Answer the question {{question}} from {{passages}}.",
        commit_message="First wording",
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracking-uri", required=True)
    options = parser.parse_args()

    # A server on this machine needs neither progress bars nor advice.
    os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] = "false"
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore")

    mlflow.set_tracking_uri(options.tracking_uri)
    client = MlflowClient()
    fraud = register_fraud_versions(client)
    model_uri = register_regressor(client)
    register_many(client, model_uri)
    register_prompt(client)
    print(
        json.dumps(
            {
                "mlflow": mlflow.__version__,
                "fraudVersions": [str(version) for version in fraud],
                "stores": STORES,
                "nights": NIGHTS,
                "uglyName": UGLY_NAME,
                "longName": LONG_NAME,
            }
        )
    )


if __name__ == "__main__":
    main()
