"""Renames, stages and deletes a model whose home is an MLflow server by the
portal, with the real client.

    python server_changes.py prepare packing-time    makes it at the server
    python server_changes.py change packing-time     changes it by the portal

Where both are stands in the environment, as for scientist.py. The last line is
a JSON document: what was answered, and what the server holds afterwards.
"""

import json
import logging
import os
import sys
import time
import warnings

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

SECONDS = 90


def prepare(name):
    at_server = MlflowClient(registry_uri=os.environ["MLFLOW_TRACKING_URI"])
    at_server.create_registered_model(name, tags={"owner": "payments-fraud"})
    at_server.create_registered_model(f"{name}-taken")
    for number in range(1, 5):
        at_server.create_model_version(name, f"s3://models/{name}/{number}")
    at_server.set_registered_model_alias(name, "champion", "4")
    return {"versions": 4}


def change(name):
    portal = MlflowClient()
    at_server = MlflowClient(registry_uri=os.environ["MLFLOW_TRACKING_URI"])
    renamed = f"{name}-renamed"

    def refused(method, *args):
        try:
            getattr(portal, method)(*args)
        except MlflowException as error:
            return [error.error_code, str(error)]
        return ["no error", ""]

    def stages(client):
        return [
            client.get_model_version(name, str(number)).current_stage for number in range(1, 4)
        ]

    protected = {
        "transition_model_version_stage": refused(
            "transition_model_version_stage", name, "1", "Production"
        ),
        "delete_model_version": refused("delete_model_version", name, "4"),
        "delete_registered_model": refused("delete_registered_model", name),
    }
    portal.transition_model_version_stage(name, "1", "Staging")
    portal.transition_model_version_stage(name, "2", "Staging", archive_existing_versions=True)
    staged = {"portal": stages(portal), "server": stages(at_server)}

    portal.set_model_version_tag(name, "1", "size", "small")
    portal.set_model_version_tag(name, "1", "gone", "soon")
    portal.delete_model_version_tag(name, "1", "gone")
    portal.set_registered_model_tag(name, "reviewed", "yes")
    portal.delete_registered_model_tag(name, "reviewed")
    tags = [at_server.get_model_version(name, "1").tags, portal.get_model_version(name, "1").tags]

    portal.delete_model_version(name, "3")
    portal.rename_registered_model(name, renamed)
    answers = {
        "protected": protected,
        "staged": staged,
        "tags": tags,
        "model tags": dict(at_server.get_registered_model(renamed).tags),
        "renamed": portal.get_registered_model(renamed).name,
        "numbers": sorted(
            str(version.version)
            for version in at_server.search_model_versions(f"name = '{renamed}'")
        ),
        "taken": refused("rename_registered_model", renamed, f"{name}-taken"),
    }

    # The portal learns with its next read of the server that nothing is protected any more.
    at_server.delete_registered_model_alias(renamed, "champion")
    deadline = time.monotonic() + SECONDS
    while refused("delete_registered_model", renamed)[0] == "PERMISSION_DENIED":
        if time.monotonic() > deadline:
            raise SystemExit(f"'{renamed}' is still protected after {SECONDS} s")
        time.sleep(1)
    try:
        at_server.get_registered_model(renamed)
        answers["deleted"] = "no error"
    except MlflowException as error:
        answers["deleted"] = error.error_code
    answers["after"] = refused("get_registered_model", renamed)[0]
    return answers


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore")
    print(json.dumps({"prepare": prepare, "change": change}[sys.argv[1]](sys.argv[2])))


if __name__ == "__main__":
    main()
