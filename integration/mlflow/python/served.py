"""Changes a model whose home is an MLflow server by the portal, with the real client.

    python served.py card-fraud

Where the registry is stands in the environment, as for scientist.py. The last
line is a JSON document: what was answered.
"""

import json
import logging
import sys

from mlflow import MlflowClient
from mlflow.exceptions import RestException


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    name = sys.argv[1]
    client = MlflowClient()
    made = [
        client.create_model_version(
            name, "s3://models/by-portal", tags={"by": "portal"}, description="By the portal"
        )
        for _ in range(2)
    ]
    version = made[0].version
    client.set_model_version_tag(name, version, "size", "small")
    client.update_model_version(name, version, "In other words")
    client.set_registered_model_tag(name, "reviewed", "yes")
    client.set_registered_model_alias(name, "candidate", version)
    read = client.get_model_version_by_alias(name, "candidate")
    try:
        client.set_registered_model_alias(name, "champion", version)
        refused = None
    except RestException as error:
        refused = error.error_code
    print(
        json.dumps(
            {
                "versions": [str(one.version) for one in made],
                "tags": read.tags,
                "description": read.description,
                "user": read.user_id,
                "refused": refused,
            }
        )
    )


if __name__ == "__main__":
    main()
