"""Sends one event with the real client and prints what it was answered: `accepted`, or the status.

    refused.py fine|bad
"""

import sys
from datetime import datetime, timezone

import requests
from openlineage.client import OpenLineageClient
from openlineage.client.event_v2 import Job, Run, RunEvent, RunState
from openlineage.client.uuid import generate_new_uuid

# Where to, and with which token: OPENLINEAGE_URL and OPENLINEAGE_API_KEY.
client = OpenLineageClient()
event = RunEvent(
    eventType=RunState.START,
    eventTime=datetime.now(timezone.utc).isoformat(),
    run=Run(runId=str(generate_new_uuid())),
    job=Job(namespace="refused", name="job"),
)
if sys.argv[1] == "bad":
    # The client checks what it is given, so it is spoilt afterwards.
    object.__setattr__(event, "eventTime", "yesterday")

try:
    client.emit(event)
    print("accepted")
except requests.HTTPError as error:
    print(error.response.status_code, error.response.text)
