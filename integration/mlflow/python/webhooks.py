"""Has the MLflow server send test deliveries of webhooks, with the real client.

    python webhooks.py --tracking-uri http://127.0.0.1:5000 --url http://127.0.0.1:7007/api/ml/registries/mlflow-local/webhook --secret ...

Prints what was answered to a delivery with that secret, and to one with another.
"""

import argparse
import json

from mlflow import MlflowClient

EVENTS = ["registered_model.created", "model_version.created", "model_version_alias.created"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracking-uri", required=True)
    parser.add_argument("--url", required=True)
    parser.add_argument("--secret", required=True)
    options = parser.parse_args()
    client = MlflowClient(tracking_uri=options.tracking_uri)

    def status_of(name, secret):
        webhook = client.create_webhook(name, options.url, EVENTS, secret=secret)
        return client.test_webhook(webhook.webhook_id).response_status

    print(
        json.dumps(
            {
                "right": status_of("portal", options.secret),
                "wrong": status_of("stranger", "x" * len(options.secret)),
            }
        )
    )


if __name__ == "__main__":
    main()
