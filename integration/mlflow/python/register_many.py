"""Registers versions of one model from many clients at once.

    python register_many.py <name of a model to be made> <how many>

Where the registry is stands in the environment, as for scientist.py. The last
line is a JSON document: the numbers that were given.
"""

import json
import logging
import sys
from concurrent.futures import ThreadPoolExecutor

from mlflow import MlflowClient


def main():
    logging.getLogger("mlflow").setLevel(logging.ERROR)
    name, count = sys.argv[1], int(sys.argv[2])
    MlflowClient().create_registered_model(name)

    def register(index):
        version = MlflowClient().create_model_version(name, f"s3://models/{index}")
        return int(version.version)

    with ThreadPoolExecutor(count) as pool:
        print(json.dumps(sorted(pool.map(register, range(count)))))


if __name__ == "__main__":
    main()
