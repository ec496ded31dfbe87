"""Registers a few versions in a running MLflow server of any version, with the
real mlflow client and without training anything.

    python register.py --tracking-uri http://127.0.0.1:5000

The last line it prints is a JSON document that says what was registered, for
the checks that follow.
"""

import argparse
import json
import logging

import mlflow
from mlflow import MlflowClient

MODEL = "parcel-weight"
UNOWNED = "Lagerbestand (alt)"
PROMPT = "parcel-note"


def register_versions(client, name, errors):
    experiment = client.create_experiment(name)
    client.create_registered_model(name)
    for error in errors:
        run = client.create_run(experiment)
        client.log_param(run.info.run_id, "depth", "6")
        client.log_metric(run.info.run_id, "rmse", error)
        client.set_terminated(run.info.run_id)
        client.create_model_version(
            name, f"{run.info.artifact_uri}/model", run_id=run.info.run_id
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracking-uri", required=True)
    options = parser.parse_args()
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    mlflow.set_tracking_uri(options.tracking_uri)
    client = MlflowClient()

    errors = [4.5, 4.25, 4.0]
    register_versions(client, MODEL, errors)
    client.update_registered_model(MODEL, "Kilograms, from what is in a parcel")
    client.set_registered_model_tag(MODEL, "owner", "payments-fraud")
    client.set_registered_model_alias(MODEL, "champion", "1")
    register_versions(client, UNOWNED, [0.5])
    mlflow.register_prompt(name=PROMPT, template="Thank {{customer}} for the order.")
    print(
        json.dumps(
            {
                "mlflow": mlflow.__version__,
                "model": MODEL,
                "errors": errors,
                "unowned": UNOWNED,
                "prompt": PROMPT,
            }
        )
    )


if __name__ == "__main__":
    main()
