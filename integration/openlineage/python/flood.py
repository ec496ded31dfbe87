"""Sends many short runs through the asynchronous transport, a hundred requests at a time.

    flood.py <runs>

Ends with a line of JSON: the counts of the transport.
"""

import json
import logging
import os
import sys
from datetime import datetime, timedelta, timezone

from openlineage.client import OpenLineageClient
from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState
from openlineage.client.uuid import generate_new_uuid

logging.basicConfig(level=logging.WARNING)
client = OpenLineageClient(
    config={
        "transport": {
            "type": "async_http",
            "url": os.environ["OPENLINEAGE_URL"],
            "compression": "gzip",
            "auth": {"type": "api_key", "apiKey": os.environ["OPENLINEAGE_API_KEY"]},
        }
    }
)
start = datetime.now(timezone.utc) - timedelta(hours=1)
for number in range(int(sys.argv[1])):
    run = Run(runId=str(generate_new_uuid()))
    job = Job(namespace="flood", name=f"job-{number % 20}")
    datasets = {
        "inputs": [InputDataset(namespace="file", name=f"/flood/in-{number % 20}")],
        "outputs": [OutputDataset(namespace="file", name="/flood/out")],
    }
    for minutes, state in ((0, RunState.START), (10, RunState.COMPLETE)):
        at = start + timedelta(minutes=minutes, milliseconds=number)
        client.emit(
            RunEvent(eventType=state, eventTime=at.isoformat(), run=run, job=job, **datasets)
        )
finished = client.close(timeout=90)
print(json.dumps({"finished": finished, **client.transport.get_stats()}))
