"""Prints the version an alias points at, read with the real mlflow client.

    python read_alias.py --tracking-uri http://127.0.0.1:5000 card-fraud champion
"""

import argparse

from mlflow import MlflowClient


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracking-uri", required=True)
    parser.add_argument("model")
    parser.add_argument("alias")
    options = parser.parse_args()
    client = MlflowClient(tracking_uri=options.tracking_uri)
    print(client.get_model_version_by_alias(options.model, options.alias).version)


if __name__ == "__main__":
    main()
