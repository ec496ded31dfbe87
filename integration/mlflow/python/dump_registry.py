"""Prints everything a registry holds, as JSON that is equal while nothing is
touched, read with the real mlflow client.

    python dump_registry.py --tracking-uri http://127.0.0.1:5000
"""

import argparse
import json

from mlflow import MlflowClient

PROMPTS = "tag.`mlflow.prompt.is_prompt` = 'true'"


def describe_version(version):
    return {
        "version": str(version.version),
        "tags": dict(sorted(version.tags.items())),
        "description": version.description,
        "updated": version.last_updated_timestamp,
    }


def describe_record(client, record):
    name = record.name.replace("'", "''")
    versions = client.search_model_versions(f"name = '{name}'", max_results=1000)
    return {
        "name": record.name,
        "description": record.description,
        "updated": record.last_updated_timestamp,
        "tags": dict(sorted(record.tags.items())),
        "aliases": {
            alias: str(version) for alias, version in sorted(record.aliases.items())
        },
        "versions": sorted(
            (describe_version(version) for version in versions),
            key=lambda version: int(version["version"]),
        ),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracking-uri", required=True)
    options = parser.parse_args()
    client = MlflowClient(tracking_uri=options.tracking_uri)
    records = {
        record.name: record
        for filter_string in (None, PROMPTS)
        for record in client.search_registered_models(
            filter_string=filter_string, max_results=1000
        )
    }
    print(
        json.dumps(
            [describe_record(client, records[name]) for name in sorted(records)]
        )
    )


if __name__ == "__main__":
    main()
