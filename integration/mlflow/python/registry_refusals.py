"""Asks the registry for what must be refused, with the real client.

    python registry_refusals.py <name of a model to be made>

Where the registry is stands in the environment, as for scientist.py. A run of
the tracking server has a metric that is not a number. The last line is a JSON
document: by what was tried, the code of the error and what it says.
"""

import json
import logging
import sys
import warnings

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore")
    name = sys.argv[1]
    client = MlflowClient()
    experiment = client.create_experiment(name)
    run = client.create_run(experiment)
    client.log_metric(run.info.run_id, "loss", float("nan"))
    client.log_metric(run.info.run_id, "rmse", 0.5)
    client.set_terminated(run.info.run_id)
    client.create_registered_model(name)
    for index in range(3):
        client.create_model_version(
            name, f"{run.info.artifact_uri}/model{index}", run_id=run.info.run_id
        )
    page = client.search_model_versions(f"name = '{name}'", max_results=1)

    tried = {
        "token of another query": lambda: client.search_model_versions(
            "name LIKE '%'", max_results=1, page_token=page.token
        ),
        "token of another search": lambda: client.search_registered_models(
            page_token=page.token
        ),
        "token that is made up": lambda: client.search_model_versions(
            f"name = '{name}'", page_token="bm90aGluZw=="
        ),
        "filter with OR": lambda: client.search_model_versions(
            f"name = '{name}' OR 1 = 1"
        ),
        "filter that ends early": lambda: client.search_model_versions(
            f"name = '{name}'; DROP TABLE version"
        ),
        "filter with a quote": lambda: client.search_registered_models(
            "name LIKE 'a'' OR ''1''=''1'"
        ),
        "order that is none": lambda: client.search_model_versions(
            f"name = '{name}'", order_by=["(SELECT 1) ASC"]
        ),
        "name that is taken": lambda: client.create_registered_model(name),
        "alias that reads like a version": lambda: client.set_registered_model_alias(
            name, "v1", "1"
        ),
        "version that is none": lambda: client.get_model_version(name, "99"),
    }
    refused = {}
    for what, attempt in tried.items():
        try:
            refused[what] = ["no error", str(attempt())]
        except MlflowException as error:
            refused[what] = [error.error_code, str(error)]
    left = client.search_model_versions(f"name = '{name}'")
    print(json.dumps({"refused": refused, "versions": len(left)}))


if __name__ == "__main__":
    main()
