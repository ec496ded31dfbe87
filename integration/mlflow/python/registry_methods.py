"""Calls every method of MlflowClient that has to do with the model registry,
and says what each of them answers.

    python registry_methods.py <name of a model to be made>

Where the registry is stands in the environment, as for scientist.py. The last
line is a JSON document: by method, what came of it, or the code of the error.
"""

import json
import logging
import re
import sys
import warnings

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

# Of the registry, by their names; some of them speak to the tracking server all the same.
REGISTRY = re.compile(r"registered_model|model_version|latest_versions|prompt|webhook")
TRACKING = re.compile(r"link_|detach_|log_prompt|logged_|mcp_server|trace")


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore")
    name = sys.argv[1]
    copy, renamed = f"{name} copy", f"{name} renamed"
    client = MlflowClient()
    answers = {}

    def call(method, *args, show=lambda answer: answer, **kwargs):
        try:
            answers[method] = show(getattr(client, method)(*args, **kwargs))
        except MlflowException as error:
            answers[method] = {"error": error.error_code, "message": str(error)}
        return answers[method]

    numbers = lambda versions: [str(version.version) for version in versions]
    call("create_registered_model", name, tags={"type": "classifier"},
         description="First words", show=lambda model: model.name)
    call("update_registered_model", name, "Other words",
         show=lambda model: model.description)
    call("set_registered_model_tag", name, "cost center", "C1")
    call("delete_registered_model_tag", name, "type")
    for number in range(1, 6):
        call("create_model_version", name, f"s3://models/{number}",
             run_id=f"run{number}", tags={"data": "odd" if number % 2 else "even"},
             show=lambda version: str(version.version))
    call("update_model_version", name, "1", "The first", show=lambda v: v.description)
    call("set_model_version_tag", name, "1", "size", "small")
    call("delete_model_version_tag", name, "1", "data")
    call("get_model_version", name, "1", show=lambda v: [v.tags, v.source, v.run_id])
    call("get_model_version_download_uri", name, "2")
    call("get_model_version_stages", name, "2", show=list)
    call("transition_model_version_stage", name, "2", "Archived",
         show=lambda v: v.current_stage)
    call("get_latest_versions", name,
         show=lambda versions: sorted([v.current_stage, str(v.version)] for v in versions))
    call("set_registered_model_alias", name, "candidate", "3")
    call("get_model_version_by_alias", name, "candidate",
         show=lambda v: [str(v.version), list(v.aliases)])
    call("get_registered_model", name,
         show=lambda m: [m.description, m.tags, m.aliases])
    call("search_registered_models", f"name LIKE '{name}%' AND tags.`cost center` = 'C1'",
         show=lambda models: [model.name for model in models])

    pages, token = [], None
    while True:
        page = client.search_model_versions(
            f"name = '{name}'", max_results=2, order_by=["version_number ASC"],
            page_token=token)
        pages.append(numbers(page))
        token = page.token
        if not token:
            break
    answers["search_model_versions"] = pages

    call("copy_model_version", f"models:/{name}/3", copy,
         show=lambda v: [v.name, str(v.version), v.source])
    answers["copied from"] = client.get_model_version_download_uri(copy, "1")
    call("delete_registered_model_alias", name, "candidate")
    call("delete_model_version", name, "5")
    call("rename_registered_model", name, renamed)
    call("delete_registered_model", renamed)
    answers["after"] = call("get_registered_model", renamed)
    answers.pop("get_registered_model")
    call("get_registered_model", copy, show=lambda model: model.name)

    protected = {}
    for what, args in {
        "set_registered_model_alias": (copy, "champion", "1"),
        "transition_model_version_stage": (copy, "1", "Production"),
    }.items():
        try:
            getattr(client, what)(*args)
        except MlflowException as error:
            protected[what] = [error.error_code, str(error)]
    answers["protected"] = protected
    client.delete_registered_model(copy)

    known = [
        method
        for method in dir(MlflowClient)
        if REGISTRY.search(method)
        and not method.startswith("_")
        and not TRACKING.search(method)
    ]
    answers["known"] = known
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
