"""Calls the methods of MlflowClient for prompts, which are kept in the model
registry, and those for webhooks of a registry, as far as this mlflow has them.

    python prompt_methods.py <name of a prompt to be made>

Where the registry is stands in the environment, as for scientist.py. The last
line is a JSON document: by method, what came of it, or the code of the error.
"""

import json
import logging
import sys
import warnings

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

EVENTS = ["model_version.created"]


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore")
    name = sys.argv[1]
    second = f"{name} again"
    client = MlflowClient()
    answers = {}

    def call(method, *args, show=lambda answer: None, **kwargs):
        if not hasattr(client, method):
            return
        try:
            answers[method] = show(getattr(client, method)(*args, **kwargs))
        except MlflowException as error:
            answers[method] = {"error": error.error_code, "message": str(error)}

    version = lambda prompt: [prompt.template, int(prompt.version)]
    names = lambda prompts: [prompt.name for prompt in prompts]
    call("register_prompt", name, "Thank {{customer}}", tags={"team": "care"}, show=version)
    call("load_prompt", f"prompts:/{name}/1", show=version)
    call("parse_prompt_uri", f"prompts:/{name}/1", show=list)
    call("set_prompt_alias", name, "candidate", 1)
    call("get_prompt_version_by_alias", name, "candidate", show=version)
    call("delete_prompt_alias", name, "candidate")
    call("create_prompt", second, tags={"team": "care"}, show=lambda prompt: prompt.name)
    call("create_prompt_version", second, "Greet {{customer}}", show=version)
    call("get_prompt", second, show=lambda prompt: prompt.name)
    call("get_prompt_version", second, 1, show=version)
    call("set_prompt_tag", second, "tone", "kind")
    call("delete_prompt_tag", second, "tone")
    call("set_prompt_version_tag", second, 1, "tone", "kind")
    call("delete_prompt_version_tag", second, 1, "tone")
    call("search_prompts", f"name = '{second}'", show=names)
    call("search_prompt_versions", second)
    call("delete_prompt_version", second, "1")
    if hasattr(client, "delete_prompt_version"):
        call("delete_prompt", second)
    else:
        call("delete_prompt", name, 1)

    call("create_webhook", "all", "https://hooks.example/ml", EVENTS)
    call("list_webhooks")
    call("get_webhook", "1")
    call("update_webhook", "1", name="some")
    call("test_webhook", "1")
    call("delete_webhook", "1")
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
