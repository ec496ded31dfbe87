"""Changes the registry the way people do, with the real mlflow client.

    python change_registry.py --tracking-uri http://127.0.0.1:5000 set-alias card-fraud champion 3
    python change_registry.py --tracking-uri http://127.0.0.1:5000 tag card-fraud lifecycle production
    python change_registry.py --tracking-uri http://127.0.0.1:5000 delete refund_size other_model
"""

import argparse

from mlflow import MlflowClient


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tracking-uri", required=True)
    parser.add_argument("action", choices=["set-alias", "tag", "delete"])
    parser.add_argument("arguments", nargs="+")
    options = parser.parse_args()
    client = MlflowClient(tracking_uri=options.tracking_uri)
    if options.action == "set-alias":
        client.set_registered_model_alias(*options.arguments)
    elif options.action == "tag":
        client.set_registered_model_tag(*options.arguments)
    else:
        for name in options.arguments:
            client.delete_registered_model(name)


if __name__ == "__main__":
    main()
