"""Changes a model whose home is an MLflow server by a portal that dies meanwhile,
with the real client.

    python interrupted.py prepare parcel-weight     makes it at the server
    python interrupted.py register parcel-weight    registers a version
    python interrupted.py rename parcel-weight      gives it another name
    python interrupted.py alias parcel-weight       sets an alias, and gives up at once

Where both are stands in the environment, as for scientist.py. The client asks
again by itself; while the portal starts it may be told that there is nothing,
and then somebody asks again. The last line is a JSON document: what was
answered, and how often somebody had to ask.
"""

import json
import logging
import os
import sys
import time
import warnings

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

SECONDS = 180


def prepare(name):
    at_server = MlflowClient(registry_uri=os.environ["MLFLOW_TRACKING_URI"])
    at_server.create_registered_model(name, tags={"owner": "payments-fraud"})
    at_server.create_model_version(name, f"s3://models/{name}/1")
    return {"versions": 1}


def until_answered(ask):
    deadline = time.monotonic() + SECONDS
    asked = 0
    while True:
        asked += 1
        try:
            return {"answer": ask(), "asked": asked}
        except MlflowException as error:
            if time.monotonic() > deadline:
                raise
            print(f"{error}", file=sys.stderr)
            time.sleep(1)


def register(name):
    portal = MlflowClient()
    return until_answered(
        lambda: str(portal.create_model_version(name, f"s3://models/{name}/2").version)
    )


def rename(name):
    portal = MlflowClient()
    renamed = f"{name}-renamed"

    def ask():
        portal.rename_registered_model(name, renamed)
        return portal.get_registered_model(renamed).name

    return until_answered(ask)


def alias(name):
    os.environ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0"
    try:
        MlflowClient().set_registered_model_alias(name, "candidate", "2")
    except MlflowException as error:
        return {"error": type(error).__name__}
    return {"error": None}


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore")
    steps = {"prepare": prepare, "register": register, "rename": rename, "alias": alias}
    print(json.dumps(steps[sys.argv[1]](sys.argv[2])))


if __name__ == "__main__":
    main()
